-- The tally of feedback visit (A column per question, weighted), for Apache Spark 3.4 or later.
-- Run it in the folder from which these paths lead to the exports:
--   visit-1.csv
--   visit-2.csv.gz
--   $ spark-sql -f visit.spark.sql
--   $ waymark tally --from-counts visit.counts/part-*.csv
-- It replaces the folder visit.counts.
-- WARNING: keep multiLine in the views below, and in any view of your own in their place. Without it Spark
-- takes a quoted answer with a line break for several rows, and nobody notices that the figures are wrong.
-- It prints counts only: no comment, no name, no identifier. It does not list the rows it skips;
-- to see those, tally a part of the files with Waymark itself.
-- Columns:
--   c1 is Age_u{A}group
--   c2 is  When 
--   c3 is Weight
--   c4 is Status
--   c5 is Q1: _overall_, please
--   c6 is Q2
--   c7 is Q3
--   c8 is Q4
--   c9 is NPS
--   c10 is Solved?

set spark.sql.ansi.enabled = true;
create or replace temporary view answers_1 using csv options (
  path 'visit-1.csv', header 'true', multiLine 'true', sep ',',
  quote '"', escape '"', encoding 'UTF-8', mode 'FAILFAST', enforceSchema 'true', inferSchema 'false',
  ignoreLeadingWhiteSpace 'false', ignoreTrailingWhiteSpace 'false', maxCharsPerColumn '-1'
);
create or replace temporary view answers_2 using csv options (
  path 'visit-2.csv.gz', header 'true', multiLine 'true', sep ',',
  quote '"', escape '"', encoding 'UTF-8', mode 'FAILFAST', enforceSchema 'true', inferSchema 'false',
  ignoreLeadingWhiteSpace 'false', ignoreTrailingWhiteSpace 'false', maxCharsPerColumn '-1'
);

insert overwrite directory 'visit.counts' using csv options (header 'true', emptyValue '')
with
cells as (
  select
    btrim(coalesce(`Age
group`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c1,
    btrim(coalesce(` When `, ''), ' \u0009\u000A\u000B\u000C\u000D') as c2,
    btrim(coalesce(`Weight`, ''), ' \u0009\u000A\u000B\u000C\u000D') as c3,
    btrim(coalesce(`Status`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c4,
    btrim(coalesce(`Q1: "overall", please`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c5,
    btrim(coalesce(`Q2`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c6,
    btrim(coalesce(`Q3`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c7,
    btrim(coalesce(`Q4`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c8,
    btrim(coalesce(`NPS`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c9,
    btrim(coalesce(`Solved?`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c10
  from answers_1
  union all
  select
    btrim(coalesce(`Age
group`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c1,
    btrim(coalesce(` When `, ''), ' \u0009\u000A\u000B\u000C\u000D') as c2,
    btrim(coalesce(`Weight`, ''), ' \u0009\u000A\u000B\u000C\u000D') as c3,
    btrim(coalesce(`Status`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c4,
    btrim(coalesce(`Q1: "overall", please`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c5,
    btrim(coalesce(`Q2`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c6,
    btrim(coalesce(`Q3`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c7,
    btrim(coalesce(`Q4`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c8,
    btrim(coalesce(`NPS`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c9,
    btrim(coalesce(`Solved?`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c10
  from answers_2
),
caught as (
  select
    cells.*,
    split(case when case when c2 rlike '^[0-9]{4}(-[0-9]{2}-|/[0-9]{2}/|[.][0-9]{2}[.]|[0-9]{4}(T|$))' then c2 else '' end rlike '^([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?:[ Tt]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?(?:[ \u00A0\u2009\u202F]*([AaPp])[.]?[Mm][.]?)?[ \u00A0\u2009\u202F]*(Z|z|(?:UTC|GMT)?[+-](?:[0-9]{2}(?::?[0-9]{2})?|[0-9](?::[0-9]{2})?)|UTC|GMT)?)?$' then regexp_replace(case when c2 rlike '^[0-9]{4}(-[0-9]{2}-|/[0-9]{2}/|[.][0-9]{2}[.]|[0-9]{4}(T|$))' then c2 else '' end, '^([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?:[ Tt]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?(?:[ \u00A0\u2009\u202F]*([AaPp])[.]?[Mm][.]?)?[ \u00A0\u2009\u202F]*(Z|z|(?:UTC|GMT)?[+-](?:[0-9]{2}(?::?[0-9]{2})?|[0-9](?::[0-9]{2})?)|UTC|GMT)?)?$', '$1|$2|$3|$4|$5|$6|$7|$8') else '|||||||' end, '[|]', -1) as t1,
    c2 rlike '^([0-9]{9,10}|[0-9]{13})$' as t1_unix
  from cells
),
parts as (
  select
    caught.*,
    cast(nullif(t1[0], '') as integer) as t1_year,
    cast(nullif(t1[1], '') as integer) as t1_month,
    cast(nullif(t1[2], '') as integer) as t1_day,
    case when t1[6] = '' then coalesce(cast(nullif(t1[3], '') as integer), 0) when coalesce(cast(nullif(t1[3], '') as integer), 0) not between 1 and 12 then 99 when lower(t1[6]) = 'p' then coalesce(cast(nullif(t1[3], '') as integer), 0) % 12 + 12 else coalesce(cast(nullif(t1[3], '') as integer), 0) % 12 end as t1_hour,
    coalesce(cast(nullif(t1[4], '') as integer), 0) as t1_minute,
    coalesce(cast(nullif(t1[5], '') as integer), 0) as t1_second,
    case when substr(replace(replace(t1[7], 'UTC', ''), 'GMT', ''), 1, 1) = '+' then case when cast(substr(rpad(case when replace(replace(t1[7], 'UTC', ''), 'GMT', '') rlike '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(t1[7], 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) < 60 then cast(substr(rpad(case when replace(replace(t1[7], 'UTC', ''), 'GMT', '') rlike '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(t1[7], 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 1, 2) as integer) * 60 + cast(substr(rpad(case when replace(replace(t1[7], 'UTC', ''), 'GMT', '') rlike '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(t1[7], 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) else 9999 end when substr(replace(replace(t1[7], 'UTC', ''), 'GMT', ''), 1, 1) = '-' then -(case when cast(substr(rpad(case when replace(replace(t1[7], 'UTC', ''), 'GMT', '') rlike '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(t1[7], 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) < 60 then cast(substr(rpad(case when replace(replace(t1[7], 'UTC', ''), 'GMT', '') rlike '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(t1[7], 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 1, 2) as integer) * 60 + cast(substr(rpad(case when replace(replace(t1[7], 'UTC', ''), 'GMT', '') rlike '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(t1[7], 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) else 9999 end) when t1[7] <> '' then 0 end as t1_offset
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
      then datediff(make_date(t1_year, t1_month, t1_day), date '1970-01-01')
    end as t1_days
  from parts
),
times as (
  select
    days.*,
    case
      when t1_unix then cast(substr(c2, 1, 10) as bigint)
      else cast(t1_days as bigint) * 86400 + t1_hour * 3600 + t1_minute * 60 + t1_second
        - coalesce(t1_offset, 0) * 60
    end as t1_seconds
  from days
),
numbers as (
  select
    times.*,
    case when c1 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c1 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c1, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n1,
    lower(regexp_replace(regexp_replace(c1, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p1,
    case when c4 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c4 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c4, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n4,
    lower(regexp_replace(regexp_replace(c4, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p4,
    case when c5 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c5 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c5, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n5,
    lower(regexp_replace(regexp_replace(c5, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p5,
    case when c6 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c6 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c6, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n6,
    lower(regexp_replace(regexp_replace(c6, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p6,
    case when c7 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c7 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c7, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n7,
    lower(regexp_replace(regexp_replace(c7, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p7,
    case when c8 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c8 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c8, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n8,
    lower(regexp_replace(regexp_replace(c8, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p8,
    case when c9 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c9 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c9, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n9,
    lower(regexp_replace(regexp_replace(c9, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p9,
    case when c10 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c10 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c10, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n10,
    lower(regexp_replace(regexp_replace(c10, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p10
  from times
),
kept as (
  select
    numbers.*,
    lpad(cast(case when t1_unix or t1_offset is not null then cast(extract(year from convert_timezone('UTC', 'America/Denver', timestampadd(second, t1_seconds, timestamp_ntz '1970-01-01 00:00:00'))) as integer) else t1_year end as string), 4, '0') || '-' || lpad(cast((case when t1_unix or t1_offset is not null then cast(extract(month from convert_timezone('UTC', 'America/Denver', timestampadd(second, t1_seconds, timestamp_ntz '1970-01-01 00:00:00'))) as integer) else t1_month end) as string), 2, '0') as period,
    case when p1 in ('18–24', '25-29', 'it\'s "young"') then 'young' when p1 in ('30+', '$\u007Benv:home}') then 'settled' else '' end as segment,
    case when case when c3 rlike '^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$' and not (c3 rlike '^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$') then cast(replace(c3, ',', '.') as decimal(36, 18)) end >= 0 and round(case when c3 rlike '^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$' and not (c3 rlike '^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$') then cast(replace(c3, ',', '.') as decimal(36, 18)) end, 10) < 1000000 then cast(round(case when c3 rlike '^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$' and not (c3 rlike '^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$') then cast(replace(c3, ',', '.') as decimal(36, 18)) end, 10) as decimal(16, 10)) end as w
  from numbers
  where (p4 in ('complete') or n4 in (1))
    and t1_seconds is not null
),
answers as (
  select asked.journey, asked.touchpoint, asked.metric, asked.scale, asked.answer, asked.part, period, segment, w
  from kept
  lateral view stack(6,
    'shop', 'find', 'csat', '1..5', case when p5 in ('very satisfied') then '5' when p5 in ('très déçu') then '1' when p5 in ('test') then null when (p5 in ('n/a') or n5 in (6)) then 'unused' when (p5 in ('-') or n5 in (0, -99)) then null when coalesce(n5, cast(nullif(regexp_extract(c5, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n5, cast(nullif(regexp_extract(c5, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 1,
    'shop', 'pay', 'csat', '1..7', case when (((p7 in ('n/a') or n7 in (2))) is not true) is not true then null when n6 in (9) then 'unused' when (p6 in ('-') or n6 in (-99)) then null when coalesce(n6, cast(nullif(regexp_extract(c6, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 7 then cast(coalesce(n6, cast(nullif(regexp_extract(c6, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 2,
    'shop', 'find+compare', 'effort', '7..1', case when (p7 in ('-') or n7 in (0, -99)) then null when coalesce(n7, cast(nullif(regexp_extract(c7, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 7 then cast(coalesce(n7, cast(nullif(regexp_extract(c7, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 3,
    'shop', 'buy', 'effort', '1..5', case when (n6 in (1, 2, 3)) is not true then null when (p8 in ('-') or n8 in (-99)) then null when coalesce(n8, cast(nullif(regexp_extract(c8, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n8, cast(nullif(regexp_extract(c8, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 4,
    'shop', '', 'nps', '0..10', case when (p9 in ('-') or n9 in (11, -99)) then null when coalesce(n9, cast(nullif(regexp_extract(c9, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 0 and 10 then cast(coalesce(n9, cast(nullif(regexp_extract(c9, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 5,
    'shop', 'back', 'fcr', '0..1', case when c10 in ('Yes', 'yes') then '1' when p10 in ('no') then '0' when (p10 in ('-') or n10 in (-99)) then null when (p10 in ('true') or c10 in ('yes') or n10 in (1)) then '1' when (p10 in ('no', 'false') or n10 in (0)) then '0' end, 6
  ) asked as journey, touchpoint, metric, scale, answer, part
  where asked.answer is not null and asked.touchpoint is not null and w is not null
)
select /*+ coalesce(1) */
  journey as `journey`,
  touchpoint as `touchpoint`,
  metric as `metric`,
  scale as `scale`,
  period as `period`,
  segment as `segment`,
  'visit' as `feedback`,
  answer as `answer`,
  count(*) as `count`,
  trim(trailing '.' from trim(trailing '0' from cast(cast(sum(w) as decimal(38, 20)) as string))) as `weight`,
  trim(trailing '.' from trim(trailing '0' from cast(cast(sum(w * w) as decimal(38, 20)) as string))) as `weight2`
from answers
group by 1, 2, 3, 4, 5, 6, 8;
