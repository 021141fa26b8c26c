-- The tally of feedback airport-2017 (Airport customer survey 2017), for PostgreSQL 15 or later, with psql.
-- Run it in the folder from which these paths lead to the exports:
--   sfo-customer-survey-2017.csv
--   $ psql -X -q --csv -f airport-2017.postgres.sql > airport-2017.counts.csv
--   $ waymark tally --from-counts airport-2017.counts.csv
-- It makes temporary tables, which end with the session.
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

\set ON_ERROR_STOP on
set client_encoding = 'UTF8';
set standard_conforming_strings = on;
create temporary table answers_as_exported (
  "WEIGHT" text,
  "Q13GETRATE" text,
  "Q7ROADS" text,
  "Q7RENTAL" text,
  "Q7LTPARKING" text,
  "Q7PARK" text,
  "Q7AIRTRAIN" text,
  "Q14PASSTHRU" text,
  "Q14FIND" text,
  "Q7SCREENS" text,
  "Q7SIGN" text,
  "Q7INFOUP" text,
  "Q7WALKWAYS" text,
  "Q7FOOD" text,
  "Q7STORE" text,
  "Q7WIFI" text,
  "Q7ART" text,
  "Q9RESTROOM" text,
  "Q9BOARDING" text,
  "Q12PRECHEKCRATE" text,
  "Q7ALL" text,
  "NETPRO" text
);
\copy answers_as_exported from program 'LC_ALL=C sed -e "1s/^$(printf ''\357\273\277'')//" -e ''s/^\\[.]/ &/'' -- ''sfo-customer-survey-2017.csv''' with (format csv, header match, delimiter ',', encoding 'UTF8')

with
cells as (
  select
    btrim(coalesce("WEIGHT", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13))) as c1,
    btrim(coalesce("Q13GETRATE", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c2,
    btrim(coalesce("Q7ROADS", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c3,
    btrim(coalesce("Q7RENTAL", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c4,
    btrim(coalesce("Q7LTPARKING", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c5,
    btrim(coalesce("Q7PARK", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c6,
    btrim(coalesce("Q7AIRTRAIN", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c7,
    btrim(coalesce("Q14PASSTHRU", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c8,
    btrim(coalesce("Q14FIND", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c9,
    btrim(coalesce("Q7SCREENS", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c10,
    btrim(coalesce("Q7SIGN", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c11,
    btrim(coalesce("Q7INFOUP", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c12,
    btrim(coalesce("Q7WALKWAYS", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c13,
    btrim(coalesce("Q7FOOD", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c14,
    btrim(coalesce("Q7STORE", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c15,
    btrim(coalesce("Q7WIFI", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c16,
    btrim(coalesce("Q7ART", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c17,
    btrim(coalesce("Q9RESTROOM", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c18,
    btrim(coalesce("Q9BOARDING", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c19,
    btrim(coalesce("Q12PRECHEKCRATE", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c20,
    btrim(coalesce("Q7ALL", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c21,
    btrim(coalesce("NETPRO", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c22
  from answers_as_exported
),
numbers as (
  select
    cells.*,
    case when c2 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c2 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c2, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n2,
    lower(regexp_replace(regexp_replace(c2, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p2,
    case when c3 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c3 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c3, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n3,
    lower(regexp_replace(regexp_replace(c3, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p3,
    case when c4 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c4 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c4, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n4,
    lower(regexp_replace(regexp_replace(c4, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p4,
    case when c5 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c5 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c5, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n5,
    lower(regexp_replace(regexp_replace(c5, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p5,
    case when c6 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c6 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c6, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n6,
    lower(regexp_replace(regexp_replace(c6, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p6,
    case when c7 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c7 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c7, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n7,
    lower(regexp_replace(regexp_replace(c7, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p7,
    case when c8 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c8 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c8, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n8,
    lower(regexp_replace(regexp_replace(c8, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p8,
    case when c9 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c9 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c9, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n9,
    lower(regexp_replace(regexp_replace(c9, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p9,
    case when c10 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c10 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c10, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n10,
    lower(regexp_replace(regexp_replace(c10, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p10,
    case when c11 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c11 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c11, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n11,
    lower(regexp_replace(regexp_replace(c11, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p11,
    case when c12 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c12 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c12, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n12,
    lower(regexp_replace(regexp_replace(c12, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p12,
    case when c13 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c13 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c13, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n13,
    lower(regexp_replace(regexp_replace(c13, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p13,
    case when c14 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c14 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c14, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n14,
    lower(regexp_replace(regexp_replace(c14, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p14,
    case when c15 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c15 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c15, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n15,
    lower(regexp_replace(regexp_replace(c15, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p15,
    case when c16 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c16 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c16, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n16,
    lower(regexp_replace(regexp_replace(c16, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p16,
    case when c17 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c17 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c17, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n17,
    lower(regexp_replace(regexp_replace(c17, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p17,
    case when c18 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c18 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c18, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n18,
    lower(regexp_replace(regexp_replace(c18, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p18,
    case when c19 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c19 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c19, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n19,
    lower(regexp_replace(regexp_replace(c19, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p19,
    case when c20 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c20 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c20, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n20,
    lower(regexp_replace(regexp_replace(c20, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p20,
    case when c21 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c21 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c21, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n21,
    lower(regexp_replace(regexp_replace(c21, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p21,
    case when c22 ~ '^[+-]?[0-9]{1,18}([.,]0{0,18})?$' and not (c22 ~ '^[+-]?[1-9][0-9]{0,2}[.,]000$') then cast(coalesce((regexp_match(c22, '^([+-]?[0-9]{1,18})'))[1], '') as bigint) end as n22,
    lower(regexp_replace(regexp_replace(c22, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p22
  from cells
),
kept as (
  select
    numbers.*,
    '2017-05' as period,
    '' as segment,
    case when case when c1 ~ '^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$' and not (c1 ~ '^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$') then cast(replace(c1, ',', '.') as decimal(36, 18)) end >= 0 and round(case when c1 ~ '^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$' and not (c1 ~ '^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$') then cast(replace(c1, ',', '.') as decimal(36, 18)) end, 10) < 1000000 then cast(round(case when c1 ~ '^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$' and not (c1 ~ '^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$') then cast(replace(c1, ',', '.') as decimal(36, 18)) end, 10) as decimal(16, 10)) end as w
  from numbers
),
answers as (
  select asked.journey, asked.touchpoint, asked.metric, asked.scale, asked.answer, asked.part, period, segment, w
  from kept
  cross join lateral (values
    ('airport', 'travel', 'effort', '1..5', case when n2 in (6) then 'unused' when n2 in (0) then null when coalesce(n2, cast(nullif(coalesce((regexp_match(c2, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n2, cast(nullif(coalesce((regexp_match(c2, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 1),
    ('airport', 'roads', 'csat', '1..5', case when n3 in (6) then 'unused' when n3 in (0) then null when coalesce(n3, cast(nullif(coalesce((regexp_match(c3, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n3, cast(nullif(coalesce((regexp_match(c3, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 2),
    ('airport', 'rental', 'csat', '1..5', case when n4 in (6) then 'unused' when n4 in (0) then null when coalesce(n4, cast(nullif(coalesce((regexp_match(c4, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n4, cast(nullif(coalesce((regexp_match(c4, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 3),
    ('airport', 'shuttle', 'csat', '1..5', case when n5 in (6) then 'unused' when n5 in (0) then null when coalesce(n5, cast(nullif(coalesce((regexp_match(c5, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n5, cast(nullif(coalesce((regexp_match(c5, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 4),
    ('airport', 'parking', 'csat', '1..5', case when n6 in (6) then 'unused' when n6 in (0) then null when coalesce(n6, cast(nullif(coalesce((regexp_match(c6, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n6, cast(nullif(coalesce((regexp_match(c6, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 5),
    ('airport', 'airtrain', 'csat', '1..5', case when n7 in (6) then 'unused' when n7 in (0) then null when coalesce(n7, cast(nullif(coalesce((regexp_match(c7, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n7, cast(nullif(coalesce((regexp_match(c7, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 6),
    ('airport', 'security', 'effort', '1..5', case when n8 in (6) then 'unused' when n8 in (0) then null when coalesce(n8, cast(nullif(coalesce((regexp_match(c8, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n8, cast(nullif(coalesce((regexp_match(c8, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 7),
    ('airport', 'find-gate', 'effort', '1..5', case when n9 in (6) then 'unused' when n9 in (0) then null when coalesce(n9, cast(nullif(coalesce((regexp_match(c9, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n9, cast(nullif(coalesce((regexp_match(c9, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 8),
    ('airport', 'screens', 'csat', '1..5', case when n10 in (6) then 'unused' when n10 in (0) then null when coalesce(n10, cast(nullif(coalesce((regexp_match(c10, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n10, cast(nullif(coalesce((regexp_match(c10, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 9),
    ('airport', 'signs', 'csat', '1..5', case when n11 in (6) then 'unused' when n11 in (0) then null when coalesce(n11, cast(nullif(coalesce((regexp_match(c11, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n11, cast(nullif(coalesce((regexp_match(c11, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 10),
    ('airport', 'booth', 'csat', '1..5', case when n12 in (6) then 'unused' when n12 in (0) then null when coalesce(n12, cast(nullif(coalesce((regexp_match(c12, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n12, cast(nullif(coalesce((regexp_match(c12, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 11),
    ('airport', 'walkways', 'csat', '1..5', case when n13 in (6) then 'unused' when n13 in (0) then null when coalesce(n13, cast(nullif(coalesce((regexp_match(c13, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n13, cast(nullif(coalesce((regexp_match(c13, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 12),
    ('airport', 'food', 'csat', '1..5', case when n14 in (6) then 'unused' when n14 in (0) then null when coalesce(n14, cast(nullif(coalesce((regexp_match(c14, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n14, cast(nullif(coalesce((regexp_match(c14, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 13),
    ('airport', 'shops', 'csat', '1..5', case when n15 in (6) then 'unused' when n15 in (0) then null when coalesce(n15, cast(nullif(coalesce((regexp_match(c15, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n15, cast(nullif(coalesce((regexp_match(c15, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 14),
    ('airport', 'wifi', 'csat', '1..5', case when n16 in (6) then 'unused' when n16 in (0) then null when coalesce(n16, cast(nullif(coalesce((regexp_match(c16, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n16, cast(nullif(coalesce((regexp_match(c16, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 15),
    ('airport', 'art', 'csat', '1..5', case when n17 in (6) then 'unused' when n17 in (0) then null when coalesce(n17, cast(nullif(coalesce((regexp_match(c17, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n17, cast(nullif(coalesce((regexp_match(c17, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 16),
    ('airport', 'restroom', 'csat', '1..5', case when n18 in (6) then 'unused' when n18 in (0) then null when coalesce(n18, cast(nullif(coalesce((regexp_match(c18, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n18, cast(nullif(coalesce((regexp_match(c18, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 17),
    ('airport', 'gate', 'csat', '1..5', case when n19 in (6) then 'unused' when n19 in (0) then null when coalesce(n19, cast(nullif(coalesce((regexp_match(c19, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n19, cast(nullif(coalesce((regexp_match(c19, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 18),
    ('airport', 'precheck', 'csat', '1..5', case when n20 in (0, 6) then null when coalesce(n20, cast(nullif(coalesce((regexp_match(c20, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n20, cast(nullif(coalesce((regexp_match(c20, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 19),
    ('airport', '', 'csat', '1..5', case when (p21 in ('blank') or n21 in (0)) then null when coalesce(n21, cast(nullif(coalesce((regexp_match(c21, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 1 and 5 then cast(coalesce(n21, cast(nullif(coalesce((regexp_match(c21, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 20),
    ('airport', '', 'nps', '0..10', case when n22 in (11) then null when coalesce(n22, cast(nullif(coalesce((regexp_match(c22, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) between 0 and 10 then cast(coalesce(n22, cast(nullif(coalesce((regexp_match(c22, '^[+]?(-?[0-9]{1,3})[.,]000$'))[1], ''), '') as bigint)) as text) end, 21)
  ) as asked(journey, touchpoint, metric, scale, answer, part)
  where asked.answer is not null and asked.touchpoint is not null and w is not null
)
select
  journey as "journey",
  touchpoint as "touchpoint",
  metric as "metric",
  scale as "scale",
  period as "period",
  segment as "segment",
  'airport-2017' as "feedback",
  answer as "answer",
  count(*) as "count",
  trim(trailing '.' from trim(trailing '0' from cast(cast(sum(w) as decimal(38, 20)) as text))) as "weight",
  trim(trailing '.' from trim(trailing '0' from cast(cast(sum(w * w) as decimal(38, 20)) as text))) as "weight2"
from answers
group by 1, 2, 3, 4, 5, 6, 8;
