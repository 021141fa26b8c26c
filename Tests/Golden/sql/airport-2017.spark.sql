-- The tally of feedback airport-2017 (Airport customer survey 2017), for Apache Spark 3.4 or later.
-- Run it in the folder from which these paths lead to the exports:
--   sfo-customer-survey-2017.csv
--   $ spark-sql -f airport-2017.spark.sql
--   $ waymark tally --from-counts airport-2017.counts/part-*.csv
-- It replaces the folder airport-2017.counts.
-- WARNING: keep multiLine in the views below, and in any view of your own in their place. Without it Spark
-- takes a quoted answer with a line break for several rows, and nobody notices that the figures are wrong.
-- It prints counts only: no comment, no name, no identifier. It does not list the rows it skips;
-- to see those, tally a part of the files with Waymark itself.
-- The header of the files was not known: the columns are those that the feedback names.
-- Columns:
--   c1 is WEIGHT
--   c2 is Q13GETRATE
--   c3 is Q7ROADS
--   c4 is Q7RENTAL
--   c5 is Q7LTPARKING
--   c6 is Q7PARK
--   c7 is Q7AIRTRAIN
--   c8 is Q14PASSTHRU
--   c9 is Q14FIND
--   c10 is Q7SCREENS
--   c11 is Q7SIGN
--   c12 is Q7INFOUP
--   c13 is Q7WALKWAYS
--   c14 is Q7FOOD
--   c15 is Q7STORE
--   c16 is Q7WIFI
--   c17 is Q7ART
--   c18 is Q9RESTROOM
--   c19 is Q9BOARDING
--   c20 is Q12PRECHEKCRATE
--   c21 is Q7ALL
--   c22 is NETPRO

set spark.sql.ansi.enabled = true;
create or replace temporary view answers_1 using csv options (
  path 'sfo-customer-survey-2017.csv', header 'true', multiLine 'true', sep ',',
  quote '"', escape '"', encoding 'UTF-8', mode 'FAILFAST', enforceSchema 'true', inferSchema 'false',
  ignoreLeadingWhiteSpace 'false', ignoreTrailingWhiteSpace 'false', maxCharsPerColumn '-1'
);

insert overwrite directory 'airport-2017.counts' using csv options (header 'true', emptyValue '')
with
cells as (
  select
    btrim(coalesce(`WEIGHT`, ''), ' \u0009\u000A\u000B\u000C\u000D') as c1,
    btrim(coalesce(`Q13GETRATE`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c2,
    btrim(coalesce(`Q7ROADS`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c3,
    btrim(coalesce(`Q7RENTAL`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c4,
    btrim(coalesce(`Q7LTPARKING`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c5,
    btrim(coalesce(`Q7PARK`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c6,
    btrim(coalesce(`Q7AIRTRAIN`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c7,
    btrim(coalesce(`Q14PASSTHRU`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c8,
    btrim(coalesce(`Q14FIND`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c9,
    btrim(coalesce(`Q7SCREENS`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c10,
    btrim(coalesce(`Q7SIGN`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c11,
    btrim(coalesce(`Q7INFOUP`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c12,
    btrim(coalesce(`Q7WALKWAYS`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c13,
    btrim(coalesce(`Q7FOOD`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c14,
    btrim(coalesce(`Q7STORE`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c15,
    btrim(coalesce(`Q7WIFI`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c16,
    btrim(coalesce(`Q7ART`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c17,
    btrim(coalesce(`Q9RESTROOM`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c18,
    btrim(coalesce(`Q9BOARDING`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c19,
    btrim(coalesce(`Q12PRECHEKCRATE`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c20,
    btrim(coalesce(`Q7ALL`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c21,
    btrim(coalesce(`NETPRO`, ''), ' \u0009\u000A\u000B\u000C\u000D\u00A0\u200B\u202F\u3000\uFEFF') as c22
  from answers_1
),
numbers as (
  select
    cells.*,
    case when c2 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c2 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c2, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n2,
    lower(regexp_replace(regexp_replace(c2, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p2,
    case when c3 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c3 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c3, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n3,
    lower(regexp_replace(regexp_replace(c3, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p3,
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
    lower(regexp_replace(regexp_replace(c10, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p10,
    case when c11 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c11 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c11, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n11,
    lower(regexp_replace(regexp_replace(c11, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p11,
    case when c12 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c12 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c12, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n12,
    lower(regexp_replace(regexp_replace(c12, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p12,
    case when c13 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c13 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c13, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n13,
    lower(regexp_replace(regexp_replace(c13, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p13,
    case when c14 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c14 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c14, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n14,
    lower(regexp_replace(regexp_replace(c14, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p14,
    case when c15 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c15 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c15, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n15,
    lower(regexp_replace(regexp_replace(c15, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p15,
    case when c16 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c16 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c16, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n16,
    lower(regexp_replace(regexp_replace(c16, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p16,
    case when c17 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c17 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c17, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n17,
    lower(regexp_replace(regexp_replace(c17, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p17,
    case when c18 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c18 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c18, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n18,
    lower(regexp_replace(regexp_replace(c18, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p18,
    case when c19 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c19 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c19, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n19,
    lower(regexp_replace(regexp_replace(c19, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p19,
    case when c20 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c20 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c20, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n20,
    lower(regexp_replace(regexp_replace(c20, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p20,
    case when c21 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c21 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c21, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n21,
    lower(regexp_replace(regexp_replace(c21, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p21,
    case when c22 rlike '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c22 rlike '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(regexp_extract(c22, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n22,
    lower(regexp_replace(regexp_replace(c22, '[\u200B\u2060\uFEFF]', ''), '[ \u0009\u000A\u000B\u000C\u000D\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ')) as p22
  from cells
),
kept as (
  select
    numbers.*,
    '2017-05' as period,
    '' as segment,
    case when case when c1 rlike '^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$' and not (c1 rlike '^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$') then cast(replace(c1, ',', '.') as decimal(36, 18)) end >= 0 and round(case when c1 rlike '^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$' and not (c1 rlike '^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$') then cast(replace(c1, ',', '.') as decimal(36, 18)) end, 10) < 1000000 then cast(round(case when c1 rlike '^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$' and not (c1 rlike '^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$') then cast(replace(c1, ',', '.') as decimal(36, 18)) end, 10) as decimal(16, 10)) end as w
  from numbers
),
answers as (
  select asked.journey, asked.touchpoint, asked.metric, asked.scale, asked.answer, asked.part, period, segment, w
  from kept
  lateral view stack(21,
    'airport', 'travel', 'effort', '1..5', case when n2 in (6) then 'unused' when n2 in (0) then null when coalesce(n2, cast(nullif(regexp_extract(c2, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n2, cast(nullif(regexp_extract(c2, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 1,
    'airport', 'roads', 'csat', '1..5', case when n3 in (6) then 'unused' when n3 in (0) then null when coalesce(n3, cast(nullif(regexp_extract(c3, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n3, cast(nullif(regexp_extract(c3, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 2,
    'airport', 'rental', 'csat', '1..5', case when n4 in (6) then 'unused' when n4 in (0) then null when coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 3,
    'airport', 'shuttle', 'csat', '1..5', case when n5 in (6) then 'unused' when n5 in (0) then null when coalesce(n5, cast(nullif(regexp_extract(c5, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n5, cast(nullif(regexp_extract(c5, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 4,
    'airport', 'parking', 'csat', '1..5', case when n6 in (6) then 'unused' when n6 in (0) then null when coalesce(n6, cast(nullif(regexp_extract(c6, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n6, cast(nullif(regexp_extract(c6, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 5,
    'airport', 'airtrain', 'csat', '1..5', case when n7 in (6) then 'unused' when n7 in (0) then null when coalesce(n7, cast(nullif(regexp_extract(c7, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n7, cast(nullif(regexp_extract(c7, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 6,
    'airport', 'security', 'effort', '1..5', case when n8 in (6) then 'unused' when n8 in (0) then null when coalesce(n8, cast(nullif(regexp_extract(c8, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n8, cast(nullif(regexp_extract(c8, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 7,
    'airport', 'find-gate', 'effort', '1..5', case when n9 in (6) then 'unused' when n9 in (0) then null when coalesce(n9, cast(nullif(regexp_extract(c9, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n9, cast(nullif(regexp_extract(c9, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 8,
    'airport', 'screens', 'csat', '1..5', case when n10 in (6) then 'unused' when n10 in (0) then null when coalesce(n10, cast(nullif(regexp_extract(c10, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n10, cast(nullif(regexp_extract(c10, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 9,
    'airport', 'signs', 'csat', '1..5', case when n11 in (6) then 'unused' when n11 in (0) then null when coalesce(n11, cast(nullif(regexp_extract(c11, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n11, cast(nullif(regexp_extract(c11, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 10,
    'airport', 'booth', 'csat', '1..5', case when n12 in (6) then 'unused' when n12 in (0) then null when coalesce(n12, cast(nullif(regexp_extract(c12, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n12, cast(nullif(regexp_extract(c12, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 11,
    'airport', 'walkways', 'csat', '1..5', case when n13 in (6) then 'unused' when n13 in (0) then null when coalesce(n13, cast(nullif(regexp_extract(c13, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n13, cast(nullif(regexp_extract(c13, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 12,
    'airport', 'food', 'csat', '1..5', case when n14 in (6) then 'unused' when n14 in (0) then null when coalesce(n14, cast(nullif(regexp_extract(c14, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n14, cast(nullif(regexp_extract(c14, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 13,
    'airport', 'shops', 'csat', '1..5', case when n15 in (6) then 'unused' when n15 in (0) then null when coalesce(n15, cast(nullif(regexp_extract(c15, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n15, cast(nullif(regexp_extract(c15, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 14,
    'airport', 'wifi', 'csat', '1..5', case when n16 in (6) then 'unused' when n16 in (0) then null when coalesce(n16, cast(nullif(regexp_extract(c16, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n16, cast(nullif(regexp_extract(c16, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 15,
    'airport', 'art', 'csat', '1..5', case when n17 in (6) then 'unused' when n17 in (0) then null when coalesce(n17, cast(nullif(regexp_extract(c17, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n17, cast(nullif(regexp_extract(c17, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 16,
    'airport', 'restroom', 'csat', '1..5', case when n18 in (6) then 'unused' when n18 in (0) then null when coalesce(n18, cast(nullif(regexp_extract(c18, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n18, cast(nullif(regexp_extract(c18, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 17,
    'airport', 'gate', 'csat', '1..5', case when n19 in (6) then 'unused' when n19 in (0) then null when coalesce(n19, cast(nullif(regexp_extract(c19, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n19, cast(nullif(regexp_extract(c19, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 18,
    'airport', 'precheck', 'csat', '1..5', case when n20 in (0, 6) then null when coalesce(n20, cast(nullif(regexp_extract(c20, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n20, cast(nullif(regexp_extract(c20, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 19,
    'airport', '', 'csat', '1..5', case when (p21 in ('blank') or n21 in (0)) then null when coalesce(n21, cast(nullif(regexp_extract(c21, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n21, cast(nullif(regexp_extract(c21, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 20,
    'airport', '', 'nps', '0..10', case when n22 in (11) then null when coalesce(n22, cast(nullif(regexp_extract(c22, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 0 and 10 then cast(coalesce(n22, cast(nullif(regexp_extract(c22, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as string) end, 21
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
  'airport-2017' as `feedback`,
  answer as `answer`,
  count(*) as `count`,
  trim(trailing '.' from trim(trailing '0' from cast(cast(sum(w) as decimal(38, 20)) as string))) as `weight`,
  trim(trailing '.' from trim(trailing '0' from cast(cast(sum(w * w) as decimal(38, 20)) as string))) as `weight2`
from answers
group by 1, 2, 3, 4, 5, 6, 8;
