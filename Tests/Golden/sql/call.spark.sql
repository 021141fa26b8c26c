-- The tally of feedback call (Calls, the latest of each person and those of nobody), for Apache Spark 3.4 or later.
-- Run it in the folder from which these paths lead to the exports:
--   call-1.csv
--   call-2.csv
--   $ spark-sql -f call.spark.sql
--   $ waymark tally --from-counts call.counts/part-*.csv
-- It replaces the folder call.counts.
-- WARNING: keep multiLine in the views below, and in any view of your own in their place. Without it Spark
-- takes a quoted answer with a line break for several rows, and nobody notices that the figures are wrong.
-- It prints counts only: no comment, no name, no identifier. It does not list the rows it skips;
-- to see those, tally a part of the files with Waymark itself.
-- Columns:
--   c1 is Who
--   c2 is Id
--   c3 is When
--   c4 is Rate

set spark.sql.ansi.enabled = true;
create or replace temporary view answers_1 using csv options (
  path 'call-1.csv', header 'true', multiLine 'true', sep ';',
  quote '"', escape '"', encoding 'UTF-8', mode 'FAILFAST', enforceSchema 'true', inferSchema 'false',
  ignoreLeadingWhiteSpace 'false', ignoreTrailingWhiteSpace 'false', maxCharsPerColumn '-1'
);
create or replace temporary view answers_2 using csv options (
  path 'call-2.csv', header 'true', multiLine 'true', sep ';',
  quote '"', escape '"', encoding 'UTF-8', mode 'FAILFAST', enforceSchema 'true', inferSchema 'false',
  ignoreLeadingWhiteSpace 'false', ignoreTrailingWhiteSpace 'false', maxCharsPerColumn '-1'
);

insert overwrite directory 'call.counts' using csv options (header 'true', emptyValue '')
with
cells as (
  select
    btrim(coalesce(`Who`, ''), ' \u0009\u000A\u000B\u000C\u000D') as c1,
    btrim(coalesce(`Id`, ''), ' \u0009\u000A\u000B\u000C\u000D') as c2,
    btrim(coalesce(`When`, ''), ' \u0009\u000A\u000B\u000C\u000D') as c3,
    btrim(coalesce(`Rate`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c4,
    concat_ws(';',
      case when coalesce(`Id`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Id`, ''), '"', '""') || '"' else coalesce(`Id`, '') end,
      case when coalesce(`When`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`When`, ''), '"', '""') || '"' else coalesce(`When`, '') end,
      case when coalesce(`Who`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Who`, ''), '"', '""') || '"' else coalesce(`Who`, '') end,
      case when coalesce(`Rate`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Rate`, ''), '"', '""') || '"' else coalesce(`Rate`, '') end,
      case when coalesce(`Comment`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Comment`, ''), '"', '""') || '"' else coalesce(`Comment`, '') end
    ) as whole_row
  from answers_1
  union all
  select
    btrim(coalesce(`Who`, ''), ' \u0009\u000A\u000B\u000C\u000D') as c1,
    btrim(coalesce(`Id`, ''), ' \u0009\u000A\u000B\u000C\u000D') as c2,
    btrim(coalesce(`When`, ''), ' \u0009\u000A\u000B\u000C\u000D') as c3,
    btrim(coalesce(`Rate`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c4,
    concat_ws(';',
      case when coalesce(`Id`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Id`, ''), '"', '""') || '"' else coalesce(`Id`, '') end,
      case when coalesce(`When`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`When`, ''), '"', '""') || '"' else coalesce(`When`, '') end,
      case when coalesce(`Who`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Who`, ''), '"', '""') || '"' else coalesce(`Who`, '') end,
      case when coalesce(`Rate`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Rate`, ''), '"', '""') || '"' else coalesce(`Rate`, '') end,
      case when coalesce(`Comment`, '') rlike '[;"\\r\\n]' then '"' || replace(coalesce(`Comment`, ''), '"', '""') || '"' else coalesce(`Comment`, '') end
    ) as whole_row
  from answers_2
),
caught as (
  select
    cells.*,
    split(case when case when c3 rlike '^[0-9]{4}(-[0-9]{2}-|/[0-9]{2}/|[.][0-9]{2}[.]|[0-9]{4}(T|$))' then c3 else '' end rlike '^([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?:[ Tt]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?(?:[ \u00A0\u2009\u202F]*([AaPp])[.]?[Mm][.]?)?[ \u00A0\u2009\u202F]*(Z|z|(?:UTC|GMT)?[+-](?:[0-9]{2}(?::?[0-9]{2})?|[0-9](?::[0-9]{2})?)|UTC|GMT)?)?$' then regexp_replace(case when c3 rlike '^[0-9]{4}(-[0-9]{2}-|/[0-9]{2}/|[.][0-9]{2}[.]|[0-9]{4}(T|$))' then c3 else '' end, '^([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?:[ Tt]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?(?:[ \u00A0\u2009\u202F]*([AaPp])[.]?[Mm][.]?)?[ \u00A0\u2009\u202F]*(Z|z|(?:UTC|GMT)?[+-](?:[0-9]{2}(?::?[0-9]{2})?|[0-9](?::[0-9]{2})?)|UTC|GMT)?)?$', '$1|$2|$3|$4|$5|$6|$7|$8') else '|||||||' end, '[|]', -1) as t1,
    c3 rlike '^([0-9]{9,10}|[0-9]{13})$' as t1_unix
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
      when t1_unix then cast(substr(c3, 1, 10) as bigint)
      else cast(t1_days as bigint) * 86400 + t1_hour * 3600 + t1_minute * 60 + t1_second
        - coalesce(t1_offset, 0) * 60
    end as t1_seconds
  from days
),
numbers as (
  select
    times.*,
    case when c4 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c4 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c4, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n4,
    lower(regexp_replace(regexp_replace(c4, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p4
  from times
),
kept as (
  select
    numbers.*,
    lpad(cast(case when t1_unix then cast(extract(year from convert_timezone('UTC', 'UTC', timestampadd(second, t1_seconds, timestamp_ntz '1970-01-01 00:00:00'))) as integer) else t1_year end as string), 4, '0') || '-' || lpad(cast((case when t1_unix then cast(extract(month from convert_timezone('UTC', 'UTC', timestampadd(second, t1_seconds, timestamp_ntz '1970-01-01 00:00:00'))) as integer) else t1_month end) as string), 2, '0') as period,
    '' as segment
  from numbers
  where t1_seconds is not null
),
answers as (
  select asked.journey, asked.touchpoint, asked.metric, asked.scale, asked.answer, asked.part, period, segment, case when (c1 <> '' and lower(c1) not in ('null', '(null)', '<null>', '\\n', 'nil', 'none', 'nan', 'na', 'n/a', '#n/a', 'n.a.', 'undefined', 'unknown', 'anonymous', 'anonymus', 'anonym', 'anonyme', 'anon', '(blank)', 'blank', 'empty', '?', '.') and not (c1 rlike '^[+-]?-*$|^[+-]?[0-9]+[.,][0-9]+[eE][+-]?[0-9]+$')) then c1 end as person, case when (c2 <> '' and lower(c2) not in ('null', '(null)', '<null>', '\\n', 'nil', 'none', 'nan', 'na', 'n/a', '#n/a', 'n.a.', 'undefined', 'unknown', 'anonymous', 'anonymus', 'anonym', 'anonyme', 'anon', '(blank)', 'blank', 'empty', '?', '.') and not (c2 rlike '^[+-]?-*$|^[+-]?[0-9]+[.,][0-9]+[eE][+-]?[0-9]+$')) then c2 end as answer_id, t1_seconds as at_second, whole_row
  from kept
  lateral view stack(1,
    'shop', 'pay', 'csat', '1..5', case when coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 1
  ) asked as journey, touchpoint, metric, scale, answer, part
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
select /*+ coalesce(1) */
  journey as `journey`,
  touchpoint as `touchpoint`,
  metric as `metric`,
  scale as `scale`,
  period as `period`,
  segment as `segment`,
  'call' as `feedback`,
  answer as `answer`,
  count(*) as `count`,
  '' as `weight`,
  '' as `weight2`
from latest where person is null or nth = 1
group by 1, 2, 3, 4, 5, 6, 8;
