-- The tally of feedback case (Cases and how long they took), for PostgreSQL 15 or later, with psql.
-- Run it in the folder from which these paths lead to the exports:
--   case-1.csv
--   case-2.csv
--   $ psql -X -q --csv -f case.postgres.sql > case.counts.csv
--   $ waymark tally --from-counts case.counts.csv
-- It makes temporary tables, which end with the session.
-- It prints counts only: no comment, no name, no identifier. It does not list the rows it skips;
-- to see those, tally a part of the files with Waymark itself.
-- Columns:
--   c1 is Plan
--   c2 is Created
--   c3 is Hours
--   c4 is Status
--   c5 is Solved
--   c6 is Reopens

\set ON_ERROR_STOP on
set client_encoding = 'UTF8';
set standard_conforming_strings = on;
create temporary table answers_as_exported (
  "Created" text,
  "Solved" text,
  "Hours" text,
  "Status" text,
  "Plan" text,
  "Reopens" text,
  "Note" text,
  which_export integer
);
alter table answers_as_exported alter which_export set default 1;
\copy answers_as_exported ("Created", "Solved", "Hours", "Status", "Plan", "Reopens", "Note") from program 'LC_ALL=C sed -e "1s/^$(printf ''\357\273\277'')//" -e ''s/^\\[.]/ &/'' -- ''case-1.csv''' with (format csv, header match, delimiter ',', encoding 'UTF8')
alter table answers_as_exported alter which_export set default 2;
\copy answers_as_exported ("Created", "Solved", "Hours", "Status", "Plan", "Reopens", "Note") from program 'LC_ALL=C sed -e "1s/^$(printf ''\357\273\277'')//" -e ''s/^\\[.]/ &/'' -- ''case-2.csv''' with (format csv, header match, delimiter ',', encoding 'UTF8')

with
cells as (
  select
    btrim(coalesce("Plan", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c1,
    btrim(coalesce("Created", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13))) as c2,
    btrim(coalesce("Hours", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c3,
    btrim(coalesce("Status", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c4,
    btrim(coalesce("Solved", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13))) as c5,
    btrim(coalesce("Reopens", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c6,
    which_export as which_export
  from answers_as_exported
),
caught as (
  select
    cells.*,
    regexp_match(case when c2 ~ '^[0-9]{4}(-[0-9]{2}-|/[0-9]{2}/|[.][0-9]{2}[.]|[0-9]{4}(T|$))' then c2 else '' end, ('^([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?:[ Tt]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?(?:[ ' || chr(160) || chr(8201) || chr(8239) || ']*([AaPp])[.]?[Mm][.]?)?[ ' || chr(160) || chr(8201) || chr(8239) || ']*(Z|z|(?:UTC|GMT)?[+-](?:[0-9]{2}(?::?[0-9]{2})?|[0-9](?::[0-9]{2})?)|UTC|GMT)?)?$')) as t1,
    c2 ~ '^([0-9]{9,10}|[0-9]{13})$' as t1_unix,
    regexp_match(case when c5 ~ '^[0-9]{4}(-[0-9]{2}-|/[0-9]{2}/|[.][0-9]{2}[.]|[0-9]{4}(T|$))' then c5 else '' end, ('^([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?:[ Tt]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?(?:[ ' || chr(160) || chr(8201) || chr(8239) || ']*([AaPp])[.]?[Mm][.]?)?[ ' || chr(160) || chr(8201) || chr(8239) || ']*(Z|z|(?:UTC|GMT)?[+-](?:[0-9]{2}(?::?[0-9]{2})?|[0-9](?::[0-9]{2})?)|UTC|GMT)?)?$')) as t2,
    c5 ~ '^([0-9]{9,10}|[0-9]{13})$' as t2_unix
  from cells
),
parts as (
  select
    caught.*,
    cast(nullif(coalesce(t1[1], ''), '') as integer) as t1_year,
    cast(nullif(coalesce(t1[2], ''), '') as integer) as t1_month,
    cast(nullif(coalesce(t1[3], ''), '') as integer) as t1_day,
    case when coalesce(t1[7], '') = '' then coalesce(cast(nullif(coalesce(t1[4], ''), '') as integer), 0) when coalesce(cast(nullif(coalesce(t1[4], ''), '') as integer), 0) not between 1 and 12 then 99 when lower(coalesce(t1[7], '')) = 'p' then coalesce(cast(nullif(coalesce(t1[4], ''), '') as integer), 0) % 12 + 12 else coalesce(cast(nullif(coalesce(t1[4], ''), '') as integer), 0) % 12 end as t1_hour,
    coalesce(cast(nullif(coalesce(t1[5], ''), '') as integer), 0) as t1_minute,
    coalesce(cast(nullif(coalesce(t1[6], ''), '') as integer), 0) as t1_second,
    case when substr(replace(replace(coalesce(t1[8], ''), 'UTC', ''), 'GMT', ''), 1, 1) = '+' then case when cast(substr(rpad(case when replace(replace(coalesce(t1[8], ''), 'UTC', ''), 'GMT', '') ~ '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(coalesce(t1[8], ''), 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) < 60 then cast(substr(rpad(case when replace(replace(coalesce(t1[8], ''), 'UTC', ''), 'GMT', '') ~ '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(coalesce(t1[8], ''), 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 1, 2) as integer) * 60 + cast(substr(rpad(case when replace(replace(coalesce(t1[8], ''), 'UTC', ''), 'GMT', '') ~ '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(coalesce(t1[8], ''), 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) else 9999 end when substr(replace(replace(coalesce(t1[8], ''), 'UTC', ''), 'GMT', ''), 1, 1) = '-' then -(case when cast(substr(rpad(case when replace(replace(coalesce(t1[8], ''), 'UTC', ''), 'GMT', '') ~ '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(coalesce(t1[8], ''), 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) < 60 then cast(substr(rpad(case when replace(replace(coalesce(t1[8], ''), 'UTC', ''), 'GMT', '') ~ '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(coalesce(t1[8], ''), 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 1, 2) as integer) * 60 + cast(substr(rpad(case when replace(replace(coalesce(t1[8], ''), 'UTC', ''), 'GMT', '') ~ '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(coalesce(t1[8], ''), 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) else 9999 end) when coalesce(t1[8], '') <> '' then 0 end as t1_offset,
    cast(nullif(coalesce(t2[1], ''), '') as integer) as t2_year,
    cast(nullif(coalesce(t2[2], ''), '') as integer) as t2_month,
    cast(nullif(coalesce(t2[3], ''), '') as integer) as t2_day,
    case when coalesce(t2[7], '') = '' then coalesce(cast(nullif(coalesce(t2[4], ''), '') as integer), 0) when coalesce(cast(nullif(coalesce(t2[4], ''), '') as integer), 0) not between 1 and 12 then 99 when lower(coalesce(t2[7], '')) = 'p' then coalesce(cast(nullif(coalesce(t2[4], ''), '') as integer), 0) % 12 + 12 else coalesce(cast(nullif(coalesce(t2[4], ''), '') as integer), 0) % 12 end as t2_hour,
    coalesce(cast(nullif(coalesce(t2[5], ''), '') as integer), 0) as t2_minute,
    coalesce(cast(nullif(coalesce(t2[6], ''), '') as integer), 0) as t2_second,
    case when substr(replace(replace(coalesce(t2[8], ''), 'UTC', ''), 'GMT', ''), 1, 1) = '+' then case when cast(substr(rpad(case when replace(replace(coalesce(t2[8], ''), 'UTC', ''), 'GMT', '') ~ '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(coalesce(t2[8], ''), 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) < 60 then cast(substr(rpad(case when replace(replace(coalesce(t2[8], ''), 'UTC', ''), 'GMT', '') ~ '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(coalesce(t2[8], ''), 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 1, 2) as integer) * 60 + cast(substr(rpad(case when replace(replace(coalesce(t2[8], ''), 'UTC', ''), 'GMT', '') ~ '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(coalesce(t2[8], ''), 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) else 9999 end when substr(replace(replace(coalesce(t2[8], ''), 'UTC', ''), 'GMT', ''), 1, 1) = '-' then -(case when cast(substr(rpad(case when replace(replace(coalesce(t2[8], ''), 'UTC', ''), 'GMT', '') ~ '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(coalesce(t2[8], ''), 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) < 60 then cast(substr(rpad(case when replace(replace(coalesce(t2[8], ''), 'UTC', ''), 'GMT', '') ~ '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(coalesce(t2[8], ''), 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 1, 2) as integer) * 60 + cast(substr(rpad(case when replace(replace(coalesce(t2[8], ''), 'UTC', ''), 'GMT', '') ~ '^[+-][0-9](:|$)' then '0' else '' end || replace(substr(replace(replace(coalesce(t2[8], ''), 'UTC', ''), 'GMT', ''), 2), ':', ''), 4, '0'), 3, 2) as integer) else 9999 end) when coalesce(t2[8], '') <> '' then 0 end as t2_offset
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
      then (make_date(t1_year, t1_month, t1_day) - date '1970-01-01')
    end as t1_days,
    case
      when t2_year >= 1 and t2_month between 1 and 12 and t2_day between 1 and
        case
          when t2_month in (4, 6, 9, 11) then 30
          when t2_month <> 2 then 31
          when t2_year % 4 = 0 and (t2_year % 100 <> 0 or t2_year % 400 = 0) then 29
          else 28
        end
        and (t2_hour < 24 or (t2_hour = 24 and t2_minute = 0 and t2_second = 0))
        and t2_minute < 60 and t2_second <= 60 and coalesce(t2_offset, 0) between -959 and 959
      then (make_date(t2_year, t2_month, t2_day) - date '1970-01-01')
    end as t2_days
  from parts
),
times as (
  select
    days.*,
    case
      when t1_unix then cast(substr(c2, 1, 10) as bigint)
      else cast(t1_days as bigint) * 86400 + t1_hour * 3600 + t1_minute * 60 + t1_second
        - coalesce(t1_offset, 0) * 60
    end as t1_seconds,
    case
      when t2_unix then cast(substr(c5, 1, 10) as bigint)
      else cast(t2_days as bigint) * 86400 + t2_hour * 3600 + t2_minute * 60 + t2_second
        - coalesce(t2_offset, 0) * 60
    end as t2_seconds
  from days
),
dated as (
  select times.*, max(greatest(t1_seconds, t2_seconds)) over (partition by which_export) as newest_second
  from times
),
numbers as (
  select
    dated.*,
    case when c1 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c1 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c1, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n1,
    lower(regexp_replace(regexp_replace(c1, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p1,
    case when c3 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c3 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c3, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n3,
    lower(regexp_replace(regexp_replace(c3, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p3,
    case when c4 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c4 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c4, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n4,
    lower(regexp_replace(regexp_replace(c4, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p4,
    case when c6 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c6 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c6, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n6,
    lower(regexp_replace(regexp_replace(c6, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p6
  from dated
),
kept as (
  select
    numbers.*,
    lpad(cast(case when t1_unix then cast(extract(year from (to_timestamp(t1_seconds) at time zone 'UTC')) as integer) else t1_year end as text), 4, '0') as period,
    case when (p1 in ('student') or n1 in (5)) then 'young' when c1 <> '' then 'settled' else '' end as segment
  from numbers
  where t1_seconds is not null
),
answers as (
  select asked.journey, asked.touchpoint, asked.metric, asked.scale, asked.answer, asked.part, period, segment
  from kept
  cross join lateral (values
    ('shop', 'pay', 'resolution', '', case when (p4 in ('closed')) is not true then null when p3 in ('same day') then '86400' when p3 in ('-') then null else coalesce(case when case when c3 ~ '^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$' and not (c3 ~ '^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$') then cast(replace(c3, ',', '.') as decimal(36, 18)) end between 0 and 999999999999 then cast(cast(floor(cast(case when c3 ~ '^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$' and not (c3 ~ '^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$') then cast(replace(c3, ',', '.') as decimal(36, 18)) end as decimal(30, 18)) * 3600 + 0.5) as bigint) as text) end, cast(case when lower(c3) ~ '^([0-9]{1,9}):([0-5][0-9]):([0-5][0-9])$' then coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^([0-9]{1,9}):([0-5][0-9]):([0-5][0-9])$'))[1], ''), '') as bigint), 0) * 3600 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^([0-9]{1,9}):([0-5][0-9]):([0-5][0-9])$'))[2], ''), '') as bigint), 0) * 60 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^([0-9]{1,9}):([0-5][0-9]):([0-5][0-9])$'))[3], ''), '') as bigint), 0) * 1 when lower(c3) ~ '[0-9]' and lower(c3) ~ '^(?:([0-9]{1,9}) *(?:w|weeks?)[ ,]*)?(?:([0-9]{1,9}) *(?:d|days?)[ ,]*)?(?:([0-9]{1,9}) *(?:h|hrs?|hours?)[ ,]*)?(?:([0-9]{1,9}) *(?:m|mins?|minutes?)[ ,]*)?(?:([0-9]{1,9}) *(?:s|secs?|seconds?)[ ,]*)?$' then coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^(?:([0-9]{1,9}) *(?:w|weeks?)[ ,]*)?(?:([0-9]{1,9}) *(?:d|days?)[ ,]*)?(?:([0-9]{1,9}) *(?:h|hrs?|hours?)[ ,]*)?(?:([0-9]{1,9}) *(?:m|mins?|minutes?)[ ,]*)?(?:([0-9]{1,9}) *(?:s|secs?|seconds?)[ ,]*)?$'))[1], ''), '') as bigint), 0) * 604800 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^(?:([0-9]{1,9}) *(?:w|weeks?)[ ,]*)?(?:([0-9]{1,9}) *(?:d|days?)[ ,]*)?(?:([0-9]{1,9}) *(?:h|hrs?|hours?)[ ,]*)?(?:([0-9]{1,9}) *(?:m|mins?|minutes?)[ ,]*)?(?:([0-9]{1,9}) *(?:s|secs?|seconds?)[ ,]*)?$'))[2], ''), '') as bigint), 0) * 86400 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^(?:([0-9]{1,9}) *(?:w|weeks?)[ ,]*)?(?:([0-9]{1,9}) *(?:d|days?)[ ,]*)?(?:([0-9]{1,9}) *(?:h|hrs?|hours?)[ ,]*)?(?:([0-9]{1,9}) *(?:m|mins?|minutes?)[ ,]*)?(?:([0-9]{1,9}) *(?:s|secs?|seconds?)[ ,]*)?$'))[3], ''), '') as bigint), 0) * 3600 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^(?:([0-9]{1,9}) *(?:w|weeks?)[ ,]*)?(?:([0-9]{1,9}) *(?:d|days?)[ ,]*)?(?:([0-9]{1,9}) *(?:h|hrs?|hours?)[ ,]*)?(?:([0-9]{1,9}) *(?:m|mins?|minutes?)[ ,]*)?(?:([0-9]{1,9}) *(?:s|secs?|seconds?)[ ,]*)?$'))[4], ''), '') as bigint), 0) * 60 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^(?:([0-9]{1,9}) *(?:w|weeks?)[ ,]*)?(?:([0-9]{1,9}) *(?:d|days?)[ ,]*)?(?:([0-9]{1,9}) *(?:h|hrs?|hours?)[ ,]*)?(?:([0-9]{1,9}) *(?:m|mins?|minutes?)[ ,]*)?(?:([0-9]{1,9}) *(?:s|secs?|seconds?)[ ,]*)?$'))[5], ''), '') as bigint), 0) * 1 when lower(c3) ~ '[0-9]' and lower(c3) ~ '^p(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:t(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?)?$' then coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^p(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:t(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?)?$'))[1], ''), '') as bigint), 0) * 604800 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^p(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:t(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?)?$'))[2], ''), '') as bigint), 0) * 86400 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^p(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:t(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?)?$'))[3], ''), '') as bigint), 0) * 3600 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^p(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:t(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?)?$'))[4], ''), '') as bigint), 0) * 60 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^p(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:t(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?)?$'))[5], ''), '') as bigint), 0) * 1 end as text)) end, 1),
    ('shop', 'compare', 'resolution', '', case when p3 in ('-') then null else coalesce(cast(cast(nullif(coalesce((regexp_match(c3, '^([0-9]{1,9}):([0-5][0-9])$'))[1], ''), '') as bigint) * 3600 + cast(nullif(coalesce((regexp_match(c3, '^([0-9]{1,9}):([0-5][0-9])$'))[2], ''), '') as bigint) * 60 as text), cast(case when lower(c3) ~ '^([0-9]{1,9}):([0-5][0-9]):([0-5][0-9])$' then coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^([0-9]{1,9}):([0-5][0-9]):([0-5][0-9])$'))[1], ''), '') as bigint), 0) * 3600 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^([0-9]{1,9}):([0-5][0-9]):([0-5][0-9])$'))[2], ''), '') as bigint), 0) * 60 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^([0-9]{1,9}):([0-5][0-9]):([0-5][0-9])$'))[3], ''), '') as bigint), 0) * 1 when lower(c3) ~ '[0-9]' and lower(c3) ~ '^(?:([0-9]{1,9}) *(?:w|weeks?)[ ,]*)?(?:([0-9]{1,9}) *(?:d|days?)[ ,]*)?(?:([0-9]{1,9}) *(?:h|hrs?|hours?)[ ,]*)?(?:([0-9]{1,9}) *(?:m|mins?|minutes?)[ ,]*)?(?:([0-9]{1,9}) *(?:s|secs?|seconds?)[ ,]*)?$' then coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^(?:([0-9]{1,9}) *(?:w|weeks?)[ ,]*)?(?:([0-9]{1,9}) *(?:d|days?)[ ,]*)?(?:([0-9]{1,9}) *(?:h|hrs?|hours?)[ ,]*)?(?:([0-9]{1,9}) *(?:m|mins?|minutes?)[ ,]*)?(?:([0-9]{1,9}) *(?:s|secs?|seconds?)[ ,]*)?$'))[1], ''), '') as bigint), 0) * 604800 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^(?:([0-9]{1,9}) *(?:w|weeks?)[ ,]*)?(?:([0-9]{1,9}) *(?:d|days?)[ ,]*)?(?:([0-9]{1,9}) *(?:h|hrs?|hours?)[ ,]*)?(?:([0-9]{1,9}) *(?:m|mins?|minutes?)[ ,]*)?(?:([0-9]{1,9}) *(?:s|secs?|seconds?)[ ,]*)?$'))[2], ''), '') as bigint), 0) * 86400 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^(?:([0-9]{1,9}) *(?:w|weeks?)[ ,]*)?(?:([0-9]{1,9}) *(?:d|days?)[ ,]*)?(?:([0-9]{1,9}) *(?:h|hrs?|hours?)[ ,]*)?(?:([0-9]{1,9}) *(?:m|mins?|minutes?)[ ,]*)?(?:([0-9]{1,9}) *(?:s|secs?|seconds?)[ ,]*)?$'))[3], ''), '') as bigint), 0) * 3600 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^(?:([0-9]{1,9}) *(?:w|weeks?)[ ,]*)?(?:([0-9]{1,9}) *(?:d|days?)[ ,]*)?(?:([0-9]{1,9}) *(?:h|hrs?|hours?)[ ,]*)?(?:([0-9]{1,9}) *(?:m|mins?|minutes?)[ ,]*)?(?:([0-9]{1,9}) *(?:s|secs?|seconds?)[ ,]*)?$'))[4], ''), '') as bigint), 0) * 60 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^(?:([0-9]{1,9}) *(?:w|weeks?)[ ,]*)?(?:([0-9]{1,9}) *(?:d|days?)[ ,]*)?(?:([0-9]{1,9}) *(?:h|hrs?|hours?)[ ,]*)?(?:([0-9]{1,9}) *(?:m|mins?|minutes?)[ ,]*)?(?:([0-9]{1,9}) *(?:s|secs?|seconds?)[ ,]*)?$'))[5], ''), '') as bigint), 0) * 1 when lower(c3) ~ '[0-9]' and lower(c3) ~ '^p(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:t(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?)?$' then coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^p(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:t(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?)?$'))[1], ''), '') as bigint), 0) * 604800 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^p(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:t(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?)?$'))[2], ''), '') as bigint), 0) * 86400 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^p(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:t(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?)?$'))[3], ''), '') as bigint), 0) * 3600 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^p(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:t(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?)?$'))[4], ''), '') as bigint), 0) * 60 + coalesce(cast(nullif(coalesce((regexp_match(lower(c3), '^p(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:t(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?)?$'))[5], ''), '') as bigint), 0) * 1 end as text)) end, 2),
    ('shop', 'deliver', 'resolution', '', case when c2 in ('soon') then null when t1_seconds is null then null when c5 = '' or c5 in ('soon') then '>' || cast(newest_second - t1_seconds as text) when (t1_unix or t1_offset is not null) <> (t2_unix or t2_offset is not null) then null when t2_seconds - t1_seconds >= 0 then cast(t2_seconds - t1_seconds as text) end, 3),
    ('shop', 'pay', 'fcr', '0..1', case when n6 in (0) then '1' when n6 between 1 and 99 then '0' when (p6 in ('yes', 'true') or n6 in (1)) then '1' when (p6 in ('no', 'false') or n6 in (0)) then '0' when c6 <> '' then null end, 4),
    ('shop', 'compare', 'csat', '5..1', case when (p6 in ('many') or n6 between 6 and 99) then '5' when coalesce(n6, cast(nullif(coalesce((regexp_match(c6, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n6, cast(nullif(coalesce((regexp_match(c6, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) when c6 <> '' then '3' end, 5)
  ) as asked(journey, touchpoint, metric, scale, answer, part)
  where asked.answer is not null and asked.touchpoint is not null
),
timed as (
  select *, case when metric = 'resolution' and answer <> 'unused' then cast(replace(answer, '>', '') as bigint) end as seconds
  from answers
),
bucketed as (
  select *, case when seconds < 256 then 1
      when seconds < 512 then 2 when seconds < 1024 then 4 when seconds < 2048 then 8 when seconds < 4096 then 16
      when seconds < 8192 then 32 when seconds < 16384 then 64 when seconds < 32768 then 128 when seconds < 65536 then 256
      when seconds < 131072 then 512 when seconds < 262144 then 1024 when seconds < 524288 then 2048 when seconds < 1048576 then 4096
      when seconds < 2097152 then 8192 when seconds < 4194304 then 16384 when seconds < 8388608 then 32768 when seconds < 16777216 then 65536
      when seconds < 33554432 then 131072 when seconds < 67108864 then 262144 when seconds < 134217728 then 524288 when seconds < 268435456 then 1048576
      when seconds < 536870912 then 2097152 when seconds < 1073741824 then 4194304 when seconds < 2147483648 then 8388608 when seconds < 4294967296 then 16777216
      when seconds < 8589934592 then 33554432 when seconds < 17179869184 then 67108864 when seconds < 34359738368 then 134217728 when seconds < 68719476736 then 268435456
      when seconds < 137438953472 then 536870912 when seconds < 274877906944 then 1073741824 when seconds < 549755813888 then 2147483648 when seconds < 1099511627776 then 4294967296
      end as width
  from timed
)
select
  journey as "journey",
  touchpoint as "touchpoint",
  metric as "metric",
  scale as "scale",
  period as "period",
  segment as "segment",
  'case' as "feedback",
  coalesce(case when answer like '>%' then '>' else '' end || cast(seconds - seconds % width as text), answer) as "answer",
  count(*) as "count",
  '' as "weight",
  '' as "weight2"
from bucketed where seconds is null or width is not null
group by 1, 2, 3, 4, 5, 6, 8;
