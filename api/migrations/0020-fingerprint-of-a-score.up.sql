-- The program works the fingerprint out itself, before a score is written: of a book that hardly changed, hardly anything is.
-- Null: unknown, and so like no other.
alter table score alter column fingerprint drop expression;
alter table score alter column fingerprint drop not null;
