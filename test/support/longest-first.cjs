const { default: Sequencer } = require('@jest/test-sequencer');

/** Minutes each: begun last, one worker would end the run alone. */
const long = ['every-page', 'the-command-line', 'each-role', 'the-embedded-database', 'what-is-typed-stays-text'];
const place = ({ path }) => {
  const found = long.findIndex((name) => path.endsWith(`/${name}.test.ts`));
  return found === -1 ? long.length : found;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
};
