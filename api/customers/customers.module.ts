import { Module } from '@nestjs/common';
import { ContactsLoader, CustomersLoader } from './customers.loader.js';
import { CustomersResolver } from './customers.resolver.js';
import { CustomersService } from './customers.service.js';

@Module({
  providers: [CustomersService, CustomersLoader, ContactsLoader, CustomersResolver],
  exports: [CustomersService, CustomersLoader, ContactsLoader],
})
export class CustomersModule {}
