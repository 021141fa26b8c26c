-- The tally of feedback airport-2017 (Airport customer survey 2017), for DuckDB.
-- Run it in the folder from which these paths lead to the exports:
--   sfo-customer-survey-2017.csv
--   $ duckdb -csv < airport-2017.duckdb.sql > airport-2017.counts.csv
--   $ waymark tally --from-counts airport-2017.counts.csv
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

with
cells as (
  select
    trim(coalesce("WEIGHT", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13))) as c1,
    trim(coalesce("Q13GETRATE", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c2,
    trim(coalesce("Q7ROADS", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c3,
    trim(coalesce("Q7RENTAL", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c4,
    trim(coalesce("Q7LTPARKING", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c5,
    trim(coalesce("Q7PARK", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c6,
    trim(coalesce("Q7AIRTRAIN", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c7,
    trim(coalesce("Q14PASSTHRU", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c8,
    trim(coalesce("Q14FIND", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c9,
    trim(coalesce("Q7SCREENS", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c10,
    trim(coalesce("Q7SIGN", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c11,
    trim(coalesce("Q7INFOUP", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c12,
    trim(coalesce("Q7WALKWAYS", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c13,
    trim(coalesce("Q7FOOD", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c14,
    trim(coalesce("Q7STORE", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c15,
    trim(coalesce("Q7WIFI", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c16,
    trim(coalesce("Q7ART", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c17,
    trim(coalesce("Q9RESTROOM", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c18,
    trim(coalesce("Q9BOARDING", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c19,
    trim(coalesce("Q12PRECHEKCRATE", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c20,
    trim(coalesce("Q7ALL", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c21,
    trim(coalesce("NETPRO", ''), (' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(8203) || chr(8239) || chr(12288) || chr(65279))) as c22
  from read_csv(
      ['sfo-customer-survey-2017.csv'],
      header = true, all_varchar = true, delim = ',', quote = '"', escape = '"'
    )
),
numbers as (
  select
    cells.*,
    case when regexp_matches(c2, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c2, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c2, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n2,
    lower(regexp_replace(regexp_replace(c2, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p2,
    case when regexp_matches(c3, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c3, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c3, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n3,
    lower(regexp_replace(regexp_replace(c3, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p3,
    case when regexp_matches(c4, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c4, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c4, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n4,
    lower(regexp_replace(regexp_replace(c4, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p4,
    case when regexp_matches(c5, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c5, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c5, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n5,
    lower(regexp_replace(regexp_replace(c5, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p5,
    case when regexp_matches(c6, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c6, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c6, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n6,
    lower(regexp_replace(regexp_replace(c6, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p6,
    case when regexp_matches(c7, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c7, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c7, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n7,
    lower(regexp_replace(regexp_replace(c7, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p7,
    case when regexp_matches(c8, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c8, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c8, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n8,
    lower(regexp_replace(regexp_replace(c8, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p8,
    case when regexp_matches(c9, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c9, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c9, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n9,
    lower(regexp_replace(regexp_replace(c9, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p9,
    case when regexp_matches(c10, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c10, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c10, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n10,
    lower(regexp_replace(regexp_replace(c10, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p10,
    case when regexp_matches(c11, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c11, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c11, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n11,
    lower(regexp_replace(regexp_replace(c11, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p11,
    case when regexp_matches(c12, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c12, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c12, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n12,
    lower(regexp_replace(regexp_replace(c12, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p12,
    case when regexp_matches(c13, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c13, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c13, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n13,
    lower(regexp_replace(regexp_replace(c13, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p13,
    case when regexp_matches(c14, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c14, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c14, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n14,
    lower(regexp_replace(regexp_replace(c14, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p14,
    case when regexp_matches(c15, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c15, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c15, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n15,
    lower(regexp_replace(regexp_replace(c15, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p15,
    case when regexp_matches(c16, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c16, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c16, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n16,
    lower(regexp_replace(regexp_replace(c16, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p16,
    case when regexp_matches(c17, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c17, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c17, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n17,
    lower(regexp_replace(regexp_replace(c17, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p17,
    case when regexp_matches(c18, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c18, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c18, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n18,
    lower(regexp_replace(regexp_replace(c18, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p18,
    case when regexp_matches(c19, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c19, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c19, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n19,
    lower(regexp_replace(regexp_replace(c19, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p19,
    case when regexp_matches(c20, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c20, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c20, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n20,
    lower(regexp_replace(regexp_replace(c20, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p20,
    case when regexp_matches(c21, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c21, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c21, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n21,
    lower(regexp_replace(regexp_replace(c21, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p21,
    case when regexp_matches(c22, '^[+-]?[0-9]{1,18}([.,]0{0,18})?$') and not (regexp_matches(c22, '^[+-]?[1-9][0-9]{0,2}[.,]000$')) then cast(regexp_extract(c22, '^([+-]?[0-9]{1,18})', 1) as bigint) end as n22,
    lower(regexp_replace(regexp_replace(c22, ('[' || chr(8203) || chr(8288) || chr(65279) || ']'), '', 'g'), ('[ ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(133) || chr(160) || chr(5760) || chr(8192) || '-' || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || ']+'), ' ', 'g')) as p22
  from cells
),
kept as (
  select
    numbers.*,
    '2017-05' as period,
    '' as segment,
    case when case when regexp_matches(c1, '^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$') and not (regexp_matches(c1, '^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$')) then cast(replace(c1, ',', '.') as decimal(36, 18)) end >= 0 and round(case when regexp_matches(c1, '^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$') and not (regexp_matches(c1, '^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$')) then cast(replace(c1, ',', '.') as decimal(36, 18)) end, 10) < 1000000 then cast(round(case when regexp_matches(c1, '^[+-]?([0-9]{1,18}([.,][0-9]{0,18})?|[.,][0-9]{1,18})$') and not (regexp_matches(c1, '^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$')) then cast(replace(c1, ',', '.') as decimal(36, 18)) end, 10) as decimal(16, 10)) end as w
  from numbers
),
answers as (
  select asked.journey, asked.touchpoint, asked.metric, asked.scale, asked.answer, asked.part, period, segment, w
  from kept
  cross join lateral (values
    ('airport', 'travel', 'effort', '1..5', case when n2 in (6) then 'unused' when n2 in (0) then null when coalesce(n2, cast(nullif(regexp_extract(c2, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n2, cast(nullif(regexp_extract(c2, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 1),
    ('airport', 'roads', 'csat', '1..5', case when n3 in (6) then 'unused' when n3 in (0) then null when coalesce(n3, cast(nullif(regexp_extract(c3, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n3, cast(nullif(regexp_extract(c3, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 2),
    ('airport', 'rental', 'csat', '1..5', case when n4 in (6) then 'unused' when n4 in (0) then null when coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n4, cast(nullif(regexp_extract(c4, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 3),
    ('airport', 'shuttle', 'csat', '1..5', case when n5 in (6) then 'unused' when n5 in (0) then null when coalesce(n5, cast(nullif(regexp_extract(c5, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n5, cast(nullif(regexp_extract(c5, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 4),
    ('airport', 'parking', 'csat', '1..5', case when n6 in (6) then 'unused' when n6 in (0) then null when coalesce(n6, cast(nullif(regexp_extract(c6, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n6, cast(nullif(regexp_extract(c6, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 5),
    ('airport', 'airtrain', 'csat', '1..5', case when n7 in (6) then 'unused' when n7 in (0) then null when coalesce(n7, cast(nullif(regexp_extract(c7, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n7, cast(nullif(regexp_extract(c7, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 6),
    ('airport', 'security', 'effort', '1..5', case when n8 in (6) then 'unused' when n8 in (0) then null when coalesce(n8, cast(nullif(regexp_extract(c8, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n8, cast(nullif(regexp_extract(c8, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 7),
    ('airport', 'find-gate', 'effort', '1..5', case when n9 in (6) then 'unused' when n9 in (0) then null when coalesce(n9, cast(nullif(regexp_extract(c9, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n9, cast(nullif(regexp_extract(c9, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 8),
    ('airport', 'screens', 'csat', '1..5', case when n10 in (6) then 'unused' when n10 in (0) then null when coalesce(n10, cast(nullif(regexp_extract(c10, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n10, cast(nullif(regexp_extract(c10, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 9),
    ('airport', 'signs', 'csat', '1..5', case when n11 in (6) then 'unused' when n11 in (0) then null when coalesce(n11, cast(nullif(regexp_extract(c11, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n11, cast(nullif(regexp_extract(c11, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 10),
    ('airport', 'booth', 'csat', '1..5', case when n12 in (6) then 'unused' when n12 in (0) then null when coalesce(n12, cast(nullif(regexp_extract(c12, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n12, cast(nullif(regexp_extract(c12, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 11),
    ('airport', 'walkways', 'csat', '1..5', case when n13 in (6) then 'unused' when n13 in (0) then null when coalesce(n13, cast(nullif(regexp_extract(c13, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n13, cast(nullif(regexp_extract(c13, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 12),
    ('airport', 'food', 'csat', '1..5', case when n14 in (6) then 'unused' when n14 in (0) then null when coalesce(n14, cast(nullif(regexp_extract(c14, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n14, cast(nullif(regexp_extract(c14, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 13),
    ('airport', 'shops', 'csat', '1..5', case when n15 in (6) then 'unused' when n15 in (0) then null when coalesce(n15, cast(nullif(regexp_extract(c15, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n15, cast(nullif(regexp_extract(c15, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 14),
    ('airport', 'wifi', 'csat', '1..5', case when n16 in (6) then 'unused' when n16 in (0) then null when coalesce(n16, cast(nullif(regexp_extract(c16, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n16, cast(nullif(regexp_extract(c16, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 15),
    ('airport', 'art', 'csat', '1..5', case when n17 in (6) then 'unused' when n17 in (0) then null when coalesce(n17, cast(nullif(regexp_extract(c17, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n17, cast(nullif(regexp_extract(c17, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 16),
    ('airport', 'restroom', 'csat', '1..5', case when n18 in (6) then 'unused' when n18 in (0) then null when coalesce(n18, cast(nullif(regexp_extract(c18, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n18, cast(nullif(regexp_extract(c18, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 17),
    ('airport', 'gate', 'csat', '1..5', case when n19 in (6) then 'unused' when n19 in (0) then null when coalesce(n19, cast(nullif(regexp_extract(c19, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n19, cast(nullif(regexp_extract(c19, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 18),
    ('airport', 'precheck', 'csat', '1..5', case when n20 in (0, 6) then null when coalesce(n20, cast(nullif(regexp_extract(c20, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n20, cast(nullif(regexp_extract(c20, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 19),
    ('airport', '', 'csat', '1..5', case when (p21 in ('blank') or n21 in (0)) then null when coalesce(n21, cast(nullif(regexp_extract(c21, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 1 and 5 then cast(coalesce(n21, cast(nullif(regexp_extract(c21, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 20),
    ('airport', '', 'nps', '0..10', case when n22 in (11) then null when coalesce(n22, cast(nullif(regexp_extract(c22, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) between 0 and 10 then cast(coalesce(n22, cast(nullif(regexp_extract(c22, '^[+]?(-?[0-9]{1,3})[.,]000$', 1), '') as bigint)) as text) end, 21)
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
