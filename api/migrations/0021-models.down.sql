-- Fitted models, and who put them in force, are lost.
drop table model_promotion;
drop table model;
drop function refuse_other_model();
