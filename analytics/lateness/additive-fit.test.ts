import { additiveFit } from './additive-fit.js';

const settings = { ridge: 0, sweeps: 60, step: 0.5 };
/** The bins of the rows; the last of the term is for missing readings. */
const term = (bins: number[], size: number, smoothness = 0) => ({ bins: Uint8Array.from(bins), size, smoothness });

test('three of four say yes: the log-odds are ln 3', () => {
  const [effect] = additiveFit(new Float64Array(4), Uint8Array.of(1, 1, 1, 0), [term([0, 0, 0, 0], 2)], settings);
  expect(effect?.[0]).toBeCloseTo(Math.log(3), 6);
  expect(effect?.[1]).toEqual(0);
});

test('what the offset says already is not said again', () => {
  const offset = new Float64Array(4).fill(Math.log(3));
  const [effect] = additiveFit(offset, Uint8Array.of(1, 1, 1, 0), [term([0, 0, 0, 0], 2)], settings);
  expect(effect?.[0]).toBeCloseTo(0, 12);
});

test('where the direction is known no bin goes the other way, and the rest is fitted as before', () => {
  const bins = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2];
  const outcome = Uint8Array.of(1, 0, 0, 0, 1, 1, 1, 0, 1, 1, 0, 0);
  const fit = (direction?: 'rising' | 'falling') =>
    additiveFit(new Float64Array(12), outcome, [{ ...term(bins, 4), ...(direction && { direction }) }], settings)[0];
  const [low, middle, high] = fit() ?? [];
  expect([low, middle, high].map((effect) => (effect as number) > 0)).toEqual([false, true, false]);
  const rising = fit('rising') ?? new Float64Array();
  // The second and third are one: five of eight say yes.
  expect(rising[0]).toBeCloseTo(Math.log(1 / 3), 6);
  expect([rising[1], rising[2]]).toEqual([expect.closeTo(Math.log(5 / 3), 6), expect.closeTo(Math.log(5 / 3), 6)]);
  expect(Math.max(...(fit('falling') ?? []).slice(1, 3))).toBeLessThanOrEqual((fit('falling')?.[0] as number) + 1e-12);
});

test('a ridge holds effects to nought, smoothness neighbours together', () => {
  const bins = [0, 0, 0, 0, 1, 1, 1, 1];
  const outcome = Uint8Array.of(1, 1, 1, 0, 0, 0, 0, 1);
  const fit = (ridge: number, smoothness: number) =>
    additiveFit(new Float64Array(8), outcome, [term(bins, 3, smoothness)], { ...settings, ridge })[0] as Float64Array;
  expect(fit(0, 0)[0]).toBeCloseTo(Math.log(3), 6);
  expect(fit(1e9, 0)[0]).toBeCloseTo(0, 6);
  expect((fit(0, 1e6)[0] as number) - (fit(0, 1e6)[1] as number)).toBeCloseTo(0, 4);
});
