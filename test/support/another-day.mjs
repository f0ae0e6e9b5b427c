// Loaded into a command before the program (`--import`): its clock goes on from the instant in ANOTHER_DAY.
const Real = Date;
const ahead = Real.parse(process.env.ANOTHER_DAY) - Real.now();
globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + ahead);
    else super(...given);
  }
  static now() {
    return Real.now() + ahead;
  }
};
