import { ObjectType } from '@nestjs/graphql';
import { Paged } from '../shared/page.js';
import { Contact } from './contact.entity.js';

@ObjectType({ description: 'A page of contacts.' })
export class ContactPage extends Paged(Contact) {}
