import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Contact } from './contact.entity.js';
import { Customer } from './customer.entity.js';
import { ContactsLoader, CustomersLoader } from './customers.loader.js';
import { CustomersResolver } from './customers.resolver.js';
import { CustomersService } from './customers.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Customer, Contact])],
  providers: [CustomersService, CustomersLoader, ContactsLoader, CustomersResolver],
  exports: [CustomersService, CustomersLoader, ContactsLoader],
})
export class CustomersModule {}
