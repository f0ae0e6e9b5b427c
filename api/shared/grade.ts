import { registerEnumType } from '@nestjs/graphql';

export enum Grade {
  A = 'A',
  B = 'B',
  C = 'C',
  D = 'D',
  E = 'E',
}
registerEnumType(Grade, {
  name: 'Grade',
  description: 'How good a payer, in five steps of one scale.',
  valuesMap: {
    A: { description: '640 points and more: 200:1 or better.' },
    B: { description: '600 points and more: 50:1 or better.' },
    C: { description: '560 points and more.' },
    D: { description: '520 points and more.' },
    E: { description: 'Below 520 points.' },
  },
});
