-- The tally of feedback call (Calls, the latest of each person and those of nobody), for DuckDB.
-- Run it in the folder from which these paths lead to the exports:
--   call-1.csv
--   call-2.csv
--   $ duckdb -csv < call.duckdb.sql > call.counts.csv
--   $ waymark tally --from-counts call.counts.csv
-- It prints counts only: no comment, no name, no identifier. It does not list the rows it skips;
-- to see those, tally a part of the files with Waymark itself.
-- Columns:
--   c1 is Who
--   c2 is Id
--   c3 is When
--   c4 is Rate

with
cells as (
  select
    trim(coalesce("Who", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13))) as c1,
    trim(coalesce("Id", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13))) as c2,
    trim(coalesce("When", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13))) as c3,
    trim(coalesce("Rate", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c4,
    concat_ws(';',
      case when regexp_matches(coalesce("Id", ''), '[;"\r\n]') then '"' || replace(coalesce("Id", ''), '"', '""') || '"' else coalesce("Id", '') end,
      case when regexp_matches(coalesce("When", ''), '[;"\r\n]') then '"' || replace(coalesce("When", ''), '"', '""') || '"' else coalesce("When", '') end,
      case when regexp_matches(coalesce("Who", ''), '[;"\r\n]') then '"' || replace(coalesce("Who", ''), '"', '""') || '"' else coalesce("Who", '') end,
      case when regexp_matches(coalesce("Rate", ''), '[;"\r\n]') then '"' || replace(coalesce("Rate", ''), '"', '""') || '"' else coalesce("Rate", '') end,
      case when regexp_matches(coalesce("Comment", ''), '[;"\r\n]') then '"' || replace(coalesce("Comment", ''), '"', '""') || '"' else coalesce("Comment", '') end
    ) as whole_row
  from read_csv(
      ['call-1.csv', 'call-2.csv'],
      header = true, all_varchar = true, delim = ';', quote = '"', escape = '"'
    )
),
caught as (
  select
    cells.*,
    regexp_extract(case when regexp_matches(c3, '^[0-9]{4}(-[0-9]{2}-|/[0-9]{2}/|[.][0-9]{2}[.]|[0-9]{4}(T|$))') then c3 else '' end, ('^([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?:[ Tt]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?(?:[ ' || chr(160) || chr(8201) || chr(8239) || ']*([AaPp])[.]?[Mm][.]?)?[ ' || chr(160) || chr(8201) || chr(8239) || ']*(Z|z|(?:UTC|GMT)?[+-](?:[0-9]{2}(?::?[0-9]{2})?|[0-9](?::[0-9]{2})?)|UTC|GMT)?)?$'), ['g1', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7', 'g8']) as t1,
    regexp_matches(c3, '^([0-9]{9,10}|[0-9]{13})$') as t1_unix
  from cells
),
parts as (
  select
    caught.*,
    cast(nullif(t1['g1'], '') as integer) as t1_year,
    cast(nullif(t1['g2'], '') as integer) as t1_month,
    cast(nullif(t1['g3'], '') as integer) as t1_day,
    case when t1['g7'] = '' then coalesce(cast(nullif(t1['g4'], '') as integer), 0) when coalesce(cast(nullif(t1['g4'], '') as integer), 0) not between 1 and 12 then 99 when lower(t1['g7']) = 'p' then coalesce(cast(nullif(t1['g4'], '') as integer), 0) % 12 + 12 else coalesce(cast(nullif(t1['g4'], '') as integer), 0) % 12 end as t1_hour,
    coalesce(cast(nullif(t1['g5'], '') as integer), 0) as t1_minute,
    coalesce(cast(nullif(t1['g6'], '') as integer), 0) as t1_second,
    case when substr(replace(replace(t1['g8'], 'UTC', ''), 'GMT', ''), 1, 1) = '+' then case when cast(substr(rpad(case when regexp_matches(replace(replace(t1['g8'], 'UTC', ''), 'GMT', ''), '^[+-][0-9](:|$)') then '0' else '' end || replace(substr(replace(replace(t1['g8'], 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) < 60 then cast(substr(rpad(case when regexp_matches(replace(replace(t1['g8'], 'UTC', ''), 'GMT', ''), '^[+-][0-9](:|$)') then '0' else '' end || replace(substr(replace(replace(t1['g8'], 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 1, 2) as integer) * 60 + cast(substr(rpad(case when regexp_matches(replace(replace(t1['g8'], 'UTC', ''), 'GMT', ''), '^[+-][0-9](:|$)') then '0' else '' end || replace(substr(replace(replace(t1['g8'], 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) else 9999 end when substr(replace(replace(t1['g8'], 'UTC', ''), 'GMT', ''), 1, 1) = '-' then -(case when cast(substr(rpad(case when regexp_matches(replace(replace(t1['g8'], 'UTC', ''), 'GMT', ''), '^[+-][0-9](:|$)') then '0' else '' end || replace(substr(replace(replace(t1['g8'], 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) < 60 then cast(substr(rpad(case when regexp_matches(replace(replace(t1['g8'], 'UTC', ''), 'GMT', ''), '^[+-][0-9](:|$)') then '0' else '' end || replace(substr(replace(replace(t1['g8'], 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 1, 2) as integer) * 60 + cast(substr(rpad(case when regexp_matches(replace(replace(t1['g8'], 'UTC', ''), 'GMT', ''), '^[+-][0-9](:|$)') then '0' else '' end || replace(substr(replace(replace(t1['g8'], 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) else 9999 end) when t1['g8'] <> '' then 0 end as t1_offset
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
    case when regexp_matches(c4, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c4, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c4, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n4,
    lower(regexp_replace(regexp_replace(c4, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p4
  from times
),
kept as (
  select
    numbers.*,
    lpad(cast(case when t1_unix then cast(extract(year from timezone('UTC', to_timestamp(t1_seconds))) as integer) else t1_year end as text), 4, '0') || '-' || lpad(cast((case when t1_unix then cast(extract(month from timezone('UTC', to_timestamp(t1_seconds))) as integer) else t1_month end) as text), 2, '0') as period,
    '' as segment
  from numbers
  where t1_seconds is not null
),
answers as (
  select asked.journey, asked.touchpoint, asked.metric, asked.scale, asked.answer, asked.part, period, segment, case when (c1 <> '' and lower(c1) not in ('null', '(null)', '<null>', '\n', 'nil', 'none', 'nan', 'na', 'n/a', '#n/a', 'n.a.', 'undefined', 'unknown', 'anonymous', 'anonymus', 'anonym', 'anonyme', 'anon', '(blank)', 'blank', 'empty', '?', '.') and not (regexp_matches(c1, '^[+-]?-*$|^[+-]?[0-9]+[.,][0-9]+[eE][+-]?[0-9]+$'))) then c1 end as person, case when (c2 <> '' and lower(c2) not in ('null', '(null)', '<null>', '\n', 'nil', 'none', 'nan', 'na', 'n/a', '#n/a', 'n.a.', 'undefined', 'unknown', 'anonymous', 'anonymus', 'anonym', 'anonyme', 'anon', '(blank)', 'blank', 'empty', '?', '.') and not (regexp_matches(c2, '^[+-]?-*$|^[+-]?[0-9]+[.,][0-9]+[eE][+-]?[0-9]+$'))) then c2 end as answer_id, t1_seconds as at_second, whole_row
  from kept
  cross join lateral (values
    ('shop', 'pay', 'csat', '1..5', case when coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 1)
  ) as asked(journey, touchpoint, metric, scale, answer, part)
  where asked.answer is not null and asked.touchpoint is not null
),
once as (
  select *,
    rank() over (partition by whole_row order by at_second desc, whole_row desc) as nth_row,
    row_number() over (partition by whole_row, part order by at_second desc, whole_row desc) as twin_row
  from answers
),
latest as (
  select *,
    row_number() over (partition by person, period, journey, touchpoint, part order by at_second desc, whole_row desc) as nth
  from once where person is not null or answer_id is null or (nth_row = 1 and twin_row = 1)
)
select
  journey as "journey",
  touchpoint as "touchpoint",
  metric as "metric",
  scale as "scale",
  period as "period",
  segment as "segment",
  'call' as "feedback",
  answer as "answer",
  count(*) as "count",
  '' as "weight",
  '' as "weight2"
from latest where person is null or nth = 1
group by 1, 2, 3, 4, 5, 6, 8;
