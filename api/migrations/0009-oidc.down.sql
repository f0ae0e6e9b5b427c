drop table oidc_sign_in;
drop table person_identity; -- people are found by their verified address again
