-- What was typed in when vetting, before credit checks were kept, becomes a credit check like any other. The chance that
-- a score stood for is read from the scale of today: it was a constant then, and the same.
create temporary table typed on commit drop as
select d.customer_id, d.id as decision_id, d.decided_on, d.decided_by, d.inputs,
       (select band from jsonb_array_elements(s.bands) band
         where (d.inputs->>'bureauScore')::numeric between (band->>'lo')::numeric and (band->>'hi')::numeric
           and not s.not_scored @> (d.inputs->'bureauScore') limit 1) as band,
       s.title
  from decision d left join bureau_scale s on s.key = d.inputs->>'bureauScale'
 where d.credit_check_id is null
   and (coalesce(d.inputs->>'bureauScore', d.inputs->>'yearsTrading', d.inputs->>'judgments', d.inputs->>'netWorthMinor',
                 d.inputs->>'workingCapitalMinor') is not null or (d.inputs->>'insolvent')::boolean);

with made as (
  insert into credit_check (customer_id, provider, reference, reported_on, received_at, asked_by, received, report)
  select customer_id, 'typed in', 'vetting ' || decision_id, decided_on, decided_on::timestamp at time zone 'UTC', decided_by,
         jsonb_strip_nulls(jsonb_build_object('bureauScale', inputs->'bureauScale', 'bureauScore', inputs->'bureauScore',
           'yearsTrading', inputs->'yearsTrading', 'judgments', inputs->'judgments', 'netWorthMinor', inputs->'netWorthMinor',
           'workingCapitalMinor', inputs->'workingCapitalMinor', 'insolvent', inputs->'insolvent', 'currency', inputs->'currency')),
         jsonb_build_object(
           'failurePd', band->'pd', 'delinquencyPd', null, 'band', band->'label', 'suggestedLimit', null, 'daysBeyondTerms', null,
           'score', case when band is not null then jsonb_build_object('scale', title, 'value', inputs->'bureauScore') end,
           'judgments', inputs->'judgments', 'possibleJudgments', null, 'accountsOverdue', null,
           'isInsolvent', case when (inputs->>'insolvent')::boolean then true end, 'isActive', null, 'events', '[]'::jsonb,
           'foundedOn', decided_on - ceil((inputs->>'yearsTrading')::numeric * 365.25)::integer,
           'employees', null, 'turnover', null, 'notes', '[]'::jsonb,
           'accounts', case when coalesce(inputs->>'netWorthMinor', inputs->>'workingCapitalMinor') is not null then
             jsonb_build_object('madeUpTo', null, 'currency', inputs->'currency', 'currentAssetsMinor', null,
               'currentLiabilitiesMinor', null, 'totalAssetsMinor', null, 'totalLiabilitiesMinor', null,
               'retainedEarningsMinor', null, 'ebitMinor', null, 'equityMinor', null, 'turnoverMinor', null,
               'netWorthMinor', inputs->'netWorthMinor', 'workingCapitalMinor', inputs->'workingCapitalMinor') end)
    from typed
  returning customer_id, id, reference
)
update decision d set credit_check_id = made.id from made
 where d.customer_id = made.customer_id and made.reference = 'vetting ' || d.id;
