-- The tally of feedback step (A row per answer, the latest of each person), for Apache Spark 3.4 or later.
-- Run it in the folder from which these paths lead to the exports:
--   step.csv
--   $ spark-sql -f step.spark.sql
--   $ waymark tally --from-counts step.counts/part-*.csv
-- It replaces the folder step.counts.
-- WARNING: keep multiLine in the views below, and in any view of your own in their place. Without it Spark
-- takes a quoted answer with a line break for several rows, and nobody notices that the figures are wrong.
-- It prints counts only: no comment, no name, no identifier. It does not list the rows it skips;
-- to see those, tally a part of the files with Waymark itself.
-- Columns:
--   c1 is Step
--   c2 is person
--   c3 is Recorded
--   c4 is Value
--   c5 is Question
--   c6 is Extra

set spark.sql.ansi.enabled = true;
create or replace temporary view answers_1 using csv options (
  path 'step.csv', header 'true', multiLine 'true', sep ';',
  quote '"', escape '"', encoding 'UTF-8', mode 'FAILFAST', enforceSchema 'true', inferSchema 'false',
  ignoreLeadingWhiteSpace 'false', ignoreTrailingWhiteSpace 'false', maxCharsPerColumn '-1'
);

insert overwrite directory 'step.counts' using csv options (header 'true', emptyValue '')
with
cells as (
  select
    btrim(coalesce(`Step`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c1,
    btrim(coalesce(`person`, ''), ' \u0009\u000A\u000B\u000C\u000D') as c2,
    btrim(coalesce(`Recorded`, ''), ' \u0009\u000A\u000B\u000C\u000D') as c3,
    btrim(coalesce(`Value`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c4,
    btrim(coalesce(`Question`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c5,
    btrim(coalesce(`Extra`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c6,
    concat_ws(';',
      case when coalesce(`Recorded`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Recorded`, ''), '"', '""') || '"' else coalesce(`Recorded`, '') end,
      case when coalesce(`person`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`person`, ''), '"', '""') || '"' else coalesce(`person`, '') end,
      case when coalesce(`Step`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Step`, ''), '"', '""') || '"' else coalesce(`Step`, '') end,
      case when coalesce(`Question`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Question`, ''), '"', '""') || '"' else coalesce(`Question`, '') end,
      case when coalesce(`Value`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Value`, ''), '"', '""') || '"' else coalesce(`Value`, '') end,
      case when coalesce(`Extra`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Extra`, ''), '"', '""') || '"' else coalesce(`Extra`, '') end,
      case when coalesce(`Comment`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Comment`, ''), '"', '""') || '"' else coalesce(`Comment`, '') end,
      case when coalesce(`Größe`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Größe`, ''), '"', '""') || '"' else coalesce(`Größe`, '') end
    ) as whole_row
  from answers_1
),
caught as (
  select
    cells.*,
    split(case when c3 rlike '^([0-9]{1,2})[/]([0-9]{1,2})[/]([0-9]{4})[ \u00A0\u2009\u202F]+([0-9]{1,2})[:]([0-9]{1,2})$' then regexp_replace(c3, '^([0-9]{1,2})[/]([0-9]{1,2})[/]([0-9]{4})[ \u00A0\u2009\u202F]+([0-9]{1,2})[:]([0-9]{1,2})$', '$1|$2|$3|$4|$5') else '||||' end, '[|]', -1) as t1,
    false as t1_unix
  from cells
),
parts as (
  select
    caught.*,
    cast(nullif(t1[2], '') as integer) as t1_year,
    cast(nullif(t1[0], '') as integer) as t1_month,
    cast(nullif(t1[1], '') as integer) as t1_day,
    coalesce(cast(nullif(t1[3], '') as integer), 0) as t1_hour,
    coalesce(cast(nullif(t1[4], '') as integer), 0) as t1_minute,
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
      then datediff(make_date(t1_year, t1_month, t1_day), date '1970-01-01')
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
    case when c1 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c1 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c1, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n1,
    lower(regexp_replace(regexp_replace(c1, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p1,
    case when c4 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c4 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c4, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n4,
    lower(regexp_replace(regexp_replace(c4, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p4,
    case when c5 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c5 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c5, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n5,
    lower(regexp_replace(regexp_replace(c5, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p5,
    case when c6 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c6 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c6, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n6,
    lower(regexp_replace(regexp_replace(c6, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p6
  from times
),
kept as (
  select
    numbers.*,
    lpad(cast(t1_year as string), 4, '0') || case when (t1_month) <= 3 then '-Q1' when (t1_month) <= 6 then '-Q2' when (t1_month) <= 9 then '-Q3' else '-Q4' end as period,
    '' as segment,
    case when p1 in ('pay', 'pay, again') then 'shop' when p1 in ('deliver') then 'shop' when p1 in ('both') then 'shop' end as journey,
    case when p1 in ('pay', 'pay, again') then 'pay' when p1 in ('deliver') then 'deliver' when p1 in ('both') then 'pay+deliver' end as touchpoint
  from numbers
  where (c2 <> '' and lower(c2) not in ('null', '(null)', '<null>', '\\n', 'nil', 'none', 'nan', 'na', 'n/a', '#n/a', 'n.a.', 'undefined', 'unknown', 'anonymous', 'anonymus', 'anonym', 'anonyme', 'anon', '(blank)', 'blank', 'empty', '?', '.') and not (c2 rlike '^[+-]?-*$|^[+-]?[0-9]+[.,][0-9]+[eE][+-]?[0-9]+$'))
    and t1_seconds is not null
),
answers as (
  select asked.journey, asked.touchpoint, asked.metric, asked.scale, asked.answer, asked.part, period, segment, case when (c2 <> '' and lower(c2) not in ('null', '(null)', '<null>', '\\n', 'nil', 'none', 'nan', 'na', 'n/a', '#n/a', 'n.a.', 'undefined', 'unknown', 'anonymous', 'anonymus', 'anonym', 'anonyme', 'anon', '(blank)', 'blank', 'empty', '?', '.') and not (c2 rlike '^[+-]?-*$|^[+-]?[0-9]+[.,][0-9]+[eE][+-]?[0-9]+$')) then c2 end as person, t1_seconds as at_second, whole_row
  from kept
  lateral view stack(5,
    kept.journey, kept.touchpoint, 'csat', '1..5', case when (p5 in ('sat')) is not true then null when coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 1,
    kept.journey, kept.touchpoint, 'effort', '5..1', case when (p5 in ('ease')) is not true then null when coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 2,
    'shop', 'compare', 'csat', '1..5', case when (p5 in ('sat')) is not true then null when n6 in (9) then 'unused' when coalesce(n6, cast(nullif(regexp_extract(c6, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n6, cast(nullif(regexp_extract(c6, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 3,
    'shop', 'compare', 'fcr', '0..1', case when (p5 in ('sat')) is not true then null when (p6 in ('yes', 'true') or n6 in (1)) then '1' when (p6 in ('no', 'false') or n6 in (0)) then '0' end, 4,
    '', '', 'nps', '0..10', case when (p5 in ('nps')) is not true then null when coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 0 and 10 then cast(coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 5
  ) asked as journey, touchpoint, metric, scale, answer, part
  where asked.answer is not null and asked.touchpoint is not null
),
latest as (
  select *,
    row_number() over (partition by person, period, journey, touchpoint, part order by at_second desc, whole_row desc) as nth
  from answers
)
select /*+ coalesce(1) */
  journey as `journey`,
  touchpoint as `touchpoint`,
  metric as `metric`,
  scale as `scale`,
  period as `period`,
  segment as `segment`,
  'step' as `feedback`,
  answer as `answer`,
  count(*) as `count`,
  '' as `weight`,
  '' as `weight2`
from latest where nth = 1
group by 1, 2, 3, 4, 5, 6, 8;
