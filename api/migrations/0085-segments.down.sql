alter table customer drop column segment;
