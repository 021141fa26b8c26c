-- The tally of feedback step (A row per answer, the latest of each person), for DuckDB.
-- Run it in the folder from which these paths lead to the exports:
--   step.csv
--   $ duckdb -csv < step.duckdb.sql > step.counts.csv
--   $ waymark tally --from-counts step.counts.csv
-- It prints counts only: no comment, no name, no identifier. It does not list the rows it skips;
-- to see those, tally a part of the files with Waymark itself.
-- Columns:
--   c1 is Step
--   c2 is person
--   c3 is Recorded
--   c4 is Value
--   c5 is Question
--   c6 is Extra

with
cells as (
  select
    trim(coalesce("Step", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c1,
    trim(coalesce("person", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13))) as c2,
    trim(coalesce("Recorded", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13))) as c3,
    trim(coalesce("Value", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c4,
    trim(coalesce("Question", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c5,
    trim(coalesce("Extra", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c6,
    concat_ws(';',
      case when regexp_matches(coalesce("Recorded", ''), '[;"\r\n]') then '"' || replace(coalesce("Recorded", ''), '"', '""') || '"' else coalesce("Recorded", '') end,
      case when regexp_matches(coalesce("person", ''), '[;"\r\n]') then '"' || replace(coalesce("person", ''), '"', '""') || '"' else coalesce("person", '') end,
      case when regexp_matches(coalesce("Step", ''), '[;"\r\n]') then '"' || replace(coalesce("Step", ''), '"', '""') || '"' else coalesce("Step", '') end,
      case when regexp_matches(coalesce("Question", ''), '[;"\r\n]') then '"' || replace(coalesce("Question", ''), '"', '""') || '"' else coalesce("Question", '') end,
      case when regexp_matches(coalesce("Value", ''), '[;"\r\n]') then '"' || replace(coalesce("Value", ''), '"', '""') || '"' else coalesce("Value", '') end,
      case when regexp_matches(coalesce("Extra", ''), '[;"\r\n]') then '"' || replace(coalesce("Extra", ''), '"', '""') || '"' else coalesce("Extra", '') end,
      case when regexp_matches(coalesce("Comment", ''), '[;"\r\n]') then '"' || replace(coalesce("Comment", ''), '"', '""') || '"' else coalesce("Comment", '') end,
      case when regexp_matches(coalesce("Größe", ''), '[;"\r\n]') then '"' || replace(coalesce("Größe", ''), '"', '""') || '"' else coalesce("Größe", '') end
    ) as whole_row
  from read_csv(
      ['step.csv'],
      header = true, all_varchar = true, delim = ';', quote = '"', escape = '"'
    )
),
caught as (
  select
    cells.*,
    regexp_extract(c3, ('^([0-9]{1,2})[/]([0-9]{1,2})[/]([0-9]{4})[ ' || chr(160) || chr(8201) || chr(8239) || ']+([0-9]{1,2})[:]([0-9]{1,2})$'), ['g1', 'g2', 'g3', 'g4', 'g5']) as t1,
    false as t1_unix
  from cells
),
parts as (
  select
    caught.*,
    cast(nullif(t1['g3'], '') as integer) as t1_year,
    cast(nullif(t1['g1'], '') as integer) as t1_month,
    cast(nullif(t1['g2'], '') as integer) as t1_day,
    coalesce(cast(nullif(t1['g4'], '') as integer), 0) as t1_hour,
    coalesce(cast(nullif(t1['g5'], '') as integer), 0) as t1_minute,
    0 as t1_second,
    cast(null as integer) as t1_offset
  from caught
),
days as (
  select
    parts.*,
    case
      when t1_year >= 1 and t1_month between 1 and 12 and t1_day between 1 and
        case
          when t1_month in (4, 6, 9, 11) then 30
          when t1_month <> 2 then 31
          when t1_year % 4 = 0 and (t1_year % 100 <> 0 or t1_year % 400 = 0) then 29
          else 28
        end
        and (t1_hour < 24 or (t1_hour = 24 and t1_minute = 0 and t1_second = 0))
        and t1_minute < 60 and t1_second <= 60 and coalesce(t1_offset, 0) between -959 and 959
      then date_diff('day', date '1970-01-01', make_date(t1_year, t1_month, t1_day))
    end as t1_days
  from parts
),
times as (
  select
    days.*,
    case
      when t1_unix then cast(substr(c3, 1, 10) as bigint)
      else cast(t1_days as bigint) * 86400 + t1_hour * 3600 + t1_minute * 60 + t1_second
        - coalesce(t1_offset, 0) * 60
    end as t1_seconds
  from days
),
numbers as (
  select
    times.*,
    case when regexp_matches(c1, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c1, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c1, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n1,
    lower(regexp_replace(regexp_replace(c1, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p1,
    case when regexp_matches(c4, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c4, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c4, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n4,
    lower(regexp_replace(regexp_replace(c4, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p4,
    case when regexp_matches(c5, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c5, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c5, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n5,
    lower(regexp_replace(regexp_replace(c5, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p5,
    case when regexp_matches(c6, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c6, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c6, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n6,
    lower(regexp_replace(regexp_replace(c6, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p6
  from times
),
kept as (
  select
    numbers.*,
    lpad(cast(t1_year as text), 4, '0') || case when (t1_month) <= 3 then '-Q1' when (t1_month) <= 6 then '-Q2' when (t1_month) <= 9 then '-Q3' else '-Q4' end as period,
    '' as segment,
    case when p1 in ('pay', 'pay, again') then 'shop' when p1 in ('deliver') then 'shop' when p1 in ('both') then 'shop' end as journey,
    case when p1 in ('pay', 'pay, again') then 'pay' when p1 in ('deliver') then 'deliver' when p1 in ('both') then 'pay+deliver' end as touchpoint
  from numbers
  where (c2 <> '' and lower(c2) not in ('null', '(null)', '<null>', '\n', 'nil', 'none', 'nan', 'na', 'n/a', '#n/a', 'n.a.', 'undefined', 'unknown', 'anonymous', 'anonymus', 'anonym', 'anonyme', 'anon', '(blank)', 'blank', 'empty', '?', '.') and not (regexp_matches(c2, '^[+-]?-*$|^[+-]?[0-9]+[.,][0-9]+[eE][+-]?[0-9]+$')))
    and t1_seconds is not null
),
answers as (
  select asked.journey, asked.touchpoint, asked.metric, asked.scale, asked.answer, asked.part, period, segment, case when (c2 <> '' and lower(c2) not in ('null', '(null)', '<null>', '\n', 'nil', 'none', 'nan', 'na', 'n/a', '#n/a', 'n.a.', 'undefined', 'unknown', 'anonymous', 'anonymus', 'anonym', 'anonyme', 'anon', '(blank)', 'blank', 'empty', '?', '.') and not (regexp_matches(c2, '^[+-]?-*$|^[+-]?[0-9]+[.,][0-9]+[eE][+-]?[0-9]+$'))) then c2 end as person, t1_seconds as at_second, whole_row
  from kept
  cross join lateral (values
    (kept.journey, kept.touchpoint, 'csat', '1..5', case when (p5 in ('sat')) is not true then null when coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 1),
    (kept.journey, kept.touchpoint, 'effort', '5..1', case when (p5 in ('ease')) is not true then null when coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 2),
    ('shop', 'compare', 'csat', '1..5', case when (p5 in ('sat')) is not true then null when n6 in (9) then 'unused' when coalesce(n6, cast(nullif(regexp_extract(c6, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n6, cast(nullif(regexp_extract(c6, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 3),
    ('shop', 'compare', 'fcr', '0..1', case when (p5 in ('sat')) is not true then null when (p6 in ('yes', 'true') or n6 in (1)) then '1' when (p6 in ('no', 'false') or n6 in (0)) then '0' end, 4),
    ('', '', 'nps', '0..10', case when (p5 in ('nps')) is not true then null when coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 0 and 10 then cast(coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 5)
  ) as asked(journey, touchpoint, metric, scale, answer, part)
  where asked.answer is not null and asked.touchpoint is not null
),
latest as (
  select *,
    row_number() over (partition by person, period, journey, touchpoint, part order by at_second desc, whole_row desc) as nth
  from answers
)
select
  journey as "journey",
  touchpoint as "touchpoint",
  metric as "metric",
  scale as "scale",
  period as "period",
  segment as "segment",
  'step' as "feedback",
  answer as "answer",
  count(*) as "count",
  '' as "weight",
  '' as "weight2"
from latest where nth = 1
group by 1, 2, 3, 4, 5, 6, 8;
