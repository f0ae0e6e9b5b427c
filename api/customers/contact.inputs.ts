import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEmail, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';

@InputType({ description: 'Whom we write to or call: what is not given is none.' })
export class KeepContactInput {
  @Field(() => ID, { description: 'At which customer.' })
  customerId: string;

  @Field(() => ID, { nullable: true, description: 'Which one to change; not given: a new one.' })
  @IsOptional()
  contactId?: string | null;

  @Field(() => String, { description: 'A person or a desk.' })
  @Matches(/\S/, { message: 'The name is empty' })
  @MaxLength(200)
  name: string;

  @Field(() => String, { nullable: true, description: 'Where reminders by e-mail go.' })
  @IsOptional()
  @IsEmail({}, { message: 'The e-mail address is not one, such as pay@company.example' })
  @MaxLength(254)
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Where calls and text messages go.' })
  @IsOptional()
  @Matches(/^\+?[\d\s()/.-]{3,40}$/, { message: 'The telephone number is not one, such as +44 20 7946 0018' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Where letters go, in lines, as on an envelope.' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(500)
  postalAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'What the person does there.' })
  @IsOptional()
  @MaxLength(200)
  role?: string | null;
}
