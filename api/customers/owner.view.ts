import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Paged } from '../shared/page.js';

@ObjectType({ description: 'The sales person who owns a customer, and sees it.' })
export class Owner {
  @Field(() => ID, { description: 'Their key.' })
  id: number;

  @Field(() => String, { description: 'Their name.' })
  name: string;
}

@ObjectType({ description: 'A page of sales people.' })
export class OwnerPage extends Paged(Owner) {}
