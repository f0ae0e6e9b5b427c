import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Paged } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { ClauseKey } from './clause.view.js';

@ObjectType({ description: 'A clause as it stands in a contract: its fields filled.' })
export class ContractClause {
  @Field(() => ClauseKey, { description: 'What it is about.' })
  key: ClauseKey;

  @Field(() => String, { description: 'Its heading.' })
  title: string;

  @Field(() => String, { description: 'Its words.' })
  text: string;

  @Field(() => String, { nullable: true, description: 'The country whose words these are; null: anywhere.' })
  country: string | null;

  @Field(() => DayScalar, { description: 'The day from which these words hold in the library.' })
  validOn: string;
}

@ObjectType({ description: 'A clause that a contract may hold, and why it should.' })
export class ProposedClause extends ContractClause {
  @Field(() => String, { nullable: true, description: 'Why the recommendation needs it; null: it does not.' })
  because: string | null;
}

@ObjectType({ description: 'The clauses that a decision needs, before a contract is drawn up.' })
export class ContractProposal {
  @Field(() => String, { description: 'Who supplies: as in the newest contract, or nothing yet.' })
  supplier: string;

  @Field(() => String, { nullable: true, description: 'The country whose words are taken.' })
  country: string | null;

  @Field(() => [ProposedClause], { description: 'All that can be filled, in the order of a contract.' })
  clauses: ProposedClause[];

  @Field(() => String, { description: 'What to see to before it is used.' })
  note: string;
}

@ObjectType({ description: 'A contract drawn up from a decision.' })
export class Contract {
  customerId: number;

  @Field(() => ID, { description: 'Its key.' })
  id: number;

  @Field(() => ID, { description: 'The decision it follows.' })
  decisionId: number;

  @Field(() => String, { description: 'Who supplies.' })
  supplier: string;

  @Field(() => String, { nullable: true, description: 'The country whose words were taken.' })
  country: string | null;

  @Field(() => DayScalar, { description: 'When it was drawn up.' })
  drawnUpOn: string;

  @Field(() => String, { description: 'By whom.' })
  drawnUpBy: string;

  @Field(() => [ContractClause], { description: 'What it says.' })
  clauses: ContractClause[];

  @Field(() => DayScalar, {
    nullable: true,
    description: 'When both signed it; null: not yet, as far as we were told.',
  })
  signedOn: string | null;

  @Field(() => String, { nullable: true, description: 'Who told us that it is signed.' })
  signedToldBy: string | null;
}

@ObjectType({ description: 'A page of contracts.' })
export class ContractPage extends Paged(Contract) {}

export enum ContractAct {
  STOP_SUPPLY = 'stop supply',
  CHARGE_INTEREST = 'charge interest',
  SET_OFF_DEPOSIT = 'set off the deposit',
  TAKE_GOODS_BACK = 'take goods back',
  MEDIATE = 'ask for mediation',
  REPORT = 'report late payment',
  END = 'end the contract',
}
registerEnumType(ContractAct, {
  name: 'ContractAct',
  description: 'What a signed contract may give us the right to.',
  valuesMap: {
    STOP_SUPPLY: { description: 'Stop supplying while invoices are past due.' },
    CHARGE_INTEREST: { description: 'Ask for interest and costs.' },
    SET_OFF_DEPOSIT: { description: 'Take what is past due out of the deposit.' },
    TAKE_GOODS_BACK: { description: 'Take back goods that are not paid for.' },
    MEDIATE: { description: 'Ask for mediation.' },
    REPORT: { description: 'Report late payment to a credit reference agency.' },
    END: { description: 'End the contract for late payment.' },
  },
});

@ObjectType({ description: 'Whether the contract that was signed gives us the right to an act.' })
export class ContractCover {
  @Field(() => Boolean, { description: 'Whether a clause of it does.' })
  isCovered: boolean;

  @Field(() => String, { description: 'The same in a sentence, with what to do where it does not.' })
  sentence: string;
}
