import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ContactsResolver } from './contacts.resolver.js';
import { Contacts } from './contacts.service.js';
import { ContactsLoader, CustomersLoader } from './customers.loader.js';
import { CustomersResolver } from './customers.resolver.js';
import { CustomersService } from './customers.service.js';
import { OwnersLoader } from './owners.loader.js';
import { OwnersResolver } from './owners.resolver.js';
import { OwnersService } from './owners.service.js';
import { Prospects } from './prospects.service.js';

@Module({
  imports: [AuthModule],
  providers: [
    CustomersService,
    Prospects,
    CustomersLoader,
    ContactsLoader,
    CustomersResolver,
    Contacts,
    ContactsResolver,
    OwnersService,
    OwnersLoader,
    OwnersResolver,
  ],
  exports: [CustomersService, Prospects, CustomersLoader, ContactsLoader],
})
export class CustomersModule {}
