drop table api_key; -- whatever held a key needs a new one
