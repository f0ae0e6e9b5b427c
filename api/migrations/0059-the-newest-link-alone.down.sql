alter table credit_application drop column links_made;
