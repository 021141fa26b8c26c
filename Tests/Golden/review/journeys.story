journey account
  1. identity burden 37.841 (1…1 1.0 clear): csat 0.632 gives 18.743, effort 0.6 gives 19.098; leaves at no effort alone
  2. card burden 21.432 (2…3 0.9725 too-close-to-call): csat 0.603 gives 21.432; leaves at csat 0.689
  3. decision burden 19.034 (2…4 0.928 too-close-to-call): csat 0.607 gives 18.621, resolution 176639.5 gives 0.413; leaves at csat 0.678
  4. form burden 12.422 (4…7 0.046 not-a-priority): csat 0.796 gives 5.048, effort 0.683 gives 7.374
  5. compare burden 11.766 (4…7 0.037 not-a-priority): csat 0.71 gives 11.766
  6. call burden 10.802 (4…7 0.0005 not-a-priority): csat 0.317 gives 6.871, resolution 3543.5 gives 2.238, fcr 0.491 gives 1.693
  7. salary burden 9.161 (4…7 0.016 not-a-priority): csat 0.733 gives 9.161
  8. activate burden 1.656 (8…9 0.0 not-a-priority): csat 0.78 gives 1.656, effort 0.879 gives 0.0
  9. visit burden 0.349 (8…9 0.0 not-a-priority): csat 0.75 gives 0.349
  severe for few: call
  blind spot: ad
  blind spot: welcome
  blind spot: paid-in
  identity -> call: risk to support, share 0.18, csat 0.632 → 0.317, worse by 0.316, clear
  card -> call: cards to support, post to phone, back, share 0.11, csat 0.603 → 0.317, worse by 0.286, clear
  form -> identity: product to risk, share –, csat 0.796 → 0.632, worse by 0.164, clear
  visit -> decision: branches to risk, branch to email, share –, csat 0.75 → 0.607, worse by 0.143
  activate -> salary: cards to product, share –, csat 0.78 → 0.733, worse by 0.047
  identity -> decision: app to email, share –, csat 0.632 → 0.607, worse by 0.025
  decision -> card: risk to cards, email to post, share –, csat 0.607 → 0.603, worse by 0.004
  identity -> visit: risk to branches, app to branch, share 0.06, csat 0.632 → 0.75, worse by -0.118
  card -> activate: post to app, share –, csat 0.603 → 0.78, worse by -0.177, clear
  call -> identity: support to risk, back, share –, csat 0.317 → 0.632, worse by -0.316, clear
  ad -> compare: marketing to product, social to web, share –, no score on both, worse by –
  decision -> welcome: risk to marketing, email to post, share –, no score on both, worse by –
  welcome -> card: marketing to cards, share –, no score on both, worse by –
  goal finish: 0.549 → 0.62, target 0.65, met false, clear true, progress 0.7
  goal stay: 0.066 → 0.042, target 0.04, met false, clear true, progress 0.938
  goal use-card: 0.74 → 0.77, target 0.85, met false, clear –, progress 0.273
  since 2026-Q2:  nps 1.794 p 0.719 no clear change
  since 2026-Q2: compare csat -0.042 p 0.22 no clear change
  since 2026-Q2: form csat -0.015 p 0.583 no clear change
  since 2026-Q2: form effort 0.0 p 0.99 no clear change
  since 2026-Q2: identity csat 0.193 p 0.0 better
  since 2026-Q2: identity effort 0.235 p 0.0 better
  since 2026-Q2: call csat -0.213 p 0.003 worse
  since 2026-Q2: call resolution 1684.0 p 0.0 worse
  since 2026-Q2: call fcr -0.14 p 0.009 worse
  since 2026-Q2: decision csat -0.044 p 0.213 no clear change
  since 2026-Q2: decision resolution -21504.0 p 0.011 better
  since 2026-Q2: card csat -0.004 p 0.907 no clear change
  since 2026-Q2: activate csat -0.056 p 0.238 no clear change
  since 2026-Q2: activate effort 0.064 p 0.117 no clear change
  since 2026-Q2: salary csat -0.008 p 0.85 no clear change

journey airport
  1. food burden 39.02 (1…1 1.0 clear): csat 0.576 gives 39.02; leaves at csat 0.747
  2. shops burden 30.217 (2…2 1.0 clear): csat 0.564 gives 30.217; leaves at csat 0.727
  3. booth burden 12.137 (3…3 0.95 too-close-to-call): csat 0.669 gives 12.137; leaves at csat 0.698
  4. parking burden 9.463 (4…5 0.044 not-a-priority): csat 0.661 gives 9.463
  5. wifi burden 7.226 (4…9 0.0045 not-a-priority): csat 0.738 gives 7.226
  6. rental burden 7.22 (5…9 0.0 not-a-priority): csat 0.674 gives 7.22
  7. roads burden 6.454 (5…10 0.0015 not-a-priority): csat 0.738 gives 6.454
  8. shuttle burden 6.431 (5…10 0.0 not-a-priority): csat 0.66 gives 6.431
  9. art burden 6.322 (5…10 0.0 not-a-priority): csat 0.725 gives 6.322
  10. travel burden 4.132 (6…14 0.0 not-a-priority): effort 0.777 gives 4.132
  11. restroom burden 2.498 (10…15 0.0 not-a-priority): csat 0.783 gives 2.498
  12. screens burden 2.274 (10…18 0.0 not-a-priority): csat 0.789 gives 2.274
  13. signs burden 1.925 (10…18 0.0 not-a-priority): csat 0.791 gives 1.925
  14. airtrain burden 1.789 (11…15 0.0 not-a-priority): csat 0.779 gives 1.789
  15. walkways burden 0.733 (12…18 0.0 not-a-priority): csat 0.795 gives 0.733
  blind spot: check-in
  blind spot: board
  walkways -> food: facilities to concessions, terminal to shop, share –, csat 0.795 → 0.576, worse by 0.219, clear
  signs -> booth: terminals to guests, signage to desk, share –, csat 0.791 → 0.669, worse by 0.121, clear
  gate -> screens: facilities to digital, terminal to signage, back, share –, csat 0.867 → 0.789, worse by 0.079, clear
  wifi -> art: digital to museum, wifi to terminal, share –, csat 0.738 → 0.725, worse by 0.013
  parking -> shuttle: road to train, share –, csat 0.661 → 0.66, worse by 0.001
  screens -> signs: digital to terminals, share –, csat 0.789 → 0.791, worse by -0.002
  signs -> walkways: terminals to facilities, signage to terminal, share –, csat 0.791 → 0.795, worse by -0.005
  art -> restroom: museum to facilities, share –, csat 0.725 → 0.783, worse by -0.058, clear
  rental -> airtrain: ground to terminals, desk to train, share –, csat 0.674 → 0.779, worse by -0.105, clear
  booth -> signs: guests to terminals, desk to signage, back, share –, csat 0.669 → 0.791, worse by -0.121, clear
  shops -> wifi: concessions to digital, shop to wifi, share –, csat 0.564 → 0.738, worse by -0.174, clear
  travel -> airtrain: ground to terminals, road to train, share –, no score on both, worse by –
  roads -> check-in: ground to airlines, road to desk, share –, no score on both, worse by –
  airtrain -> check-in: terminals to airlines, train to desk, share –, no score on both, worse by –
  parking -> check-in: ground to airlines, road to desk, share –, no score on both, worse by –
  shuttle -> check-in: ground to airlines, train to desk, share –, no score on both, worse by –
  check-in -> precheck: airlines to tsa, desk to checkpoint, share 0.41, no score on both, worse by –
  check-in -> security: airlines to tsa, desk to checkpoint, share –, no score on both, worse by –
  security -> screens: tsa to digital, checkpoint to signage, share –, no score on both, worse by –
  gate -> board: facilities to airlines, terminal to desk, share –, no score on both, worse by –
  goal recommend: 40.398 → 40.398, target 45.0, met false, clear –, progress –
  since 2016-05:  csat 0.009 p 0.492 no clear change
  since 2016-05: travel effort 0.014 p 0.32 no clear change
  since 2016-05: roads csat 0.002 p 0.921 no clear change
  since 2016-05: rental csat 0.007 p 0.785 no clear change
  since 2016-05: airtrain csat -0.009 p 0.627 no clear change
  since 2016-05: parking csat -0.028 p 0.178 no clear change
  since 2016-05: shuttle csat 0.017 p 0.524 no clear change
  since 2016-05: precheck csat 0.018 p 0.372 no clear change
  since 2016-05: security effort 0.05 p 0.0 better
  since 2016-05: screens csat -0.003 p 0.8 no clear change
  since 2016-05: signs csat 0.002 p 0.885 no clear change
  since 2016-05: booth csat -0.031 p 0.108 no clear change
  since 2016-05: walkways csat 0.005 p 0.696 no clear change
  since 2016-05: food csat -0.027 p 0.17 no clear change
  since 2016-05: shops csat -0.019 p 0.309 no clear change
  since 2016-05: wifi csat -0.017 p 0.315 no clear change
  since 2016-05: art csat -0.007 p 0.656 no clear change
  since 2016-05: restroom csat 0.013 p 0.346 no clear change
  since 2016-05: gate csat -0.019 p 0.115 no clear change
  since 2016-05: screens+signs+booth+walkways effort 0.011 p 0.333 no clear change

journey complaint
  1. scan burden 50.699 (1…3 0.958 too-close-to-call): csat 0.515 gives 50.699; leaves at csat 0.581
  2. report burden 42.92 (1…4 0.868 too-close-to-call): csat 0.438 gives 26.527, effort 0.561 gives 14.394, resolution 75519.5 gives 0.0, fcr 0.56 gives 1.998; leaves at csat 0.508
  3. decision burden 39.455 (2…4 0.7045 too-close-to-call): csat 0.369 gives 36.196, resolution 208383.5 gives 3.259; leaves at csat 0.42
  4. trace burden 37.19 (2…5 0.412 too-close-to-call): csat 0.159 gives 25.282, resolution 690175.5 gives 11.907
  5. proof burden 32.283 (3…5 0.0575 too-close-to-call): csat 0.506 gives 13.37, effort 0.347 gives 18.913
  6. depot-search burden 19.862 (6…6 0.0 not-a-priority): csat 0.363 gives 19.862, resolution 155135.5 gives 0.0
  7. object burden 6.818 (7…7 0.0 not-a-priority): csat 0.067 gives 6.818
  severe for few: object
  blind spot: check-back
  blind spot: door-card
  proof -> trace: claims to courier, web to email, share –, csat 0.506 → 0.159, worse by 0.346, clear
  proof -> depot-search: claims to depot, web to email, share –, csat 0.506 → 0.363, worse by 0.143
  scan -> report: courier to service, app to phone, share –, csat 0.515 → 0.438, worse by 0.077
  depot-search -> decision: depot to claims, share –, csat 0.363 → 0.369, worse by -0.007
  report -> proof: service to claims, phone to web, share –, csat 0.438 → 0.506, worse by -0.068
  trace -> decision: courier to claims, share –, csat 0.159 → 0.369, worse by -0.21, clear
  object -> decision: back, share –, csat 0.067 → 0.369, worse by -0.303, clear
  decision -> refund: claims to finance, email to bank, share 0.58, csat 0.369 → 0.809, worse by -0.439, clear
  decision -> resend: claims to depot, email to door, share 0.27, csat 0.369 → 0.852, worse by -0.482, clear
  scan -> door-card: app to door, share –, no score on both, worse by –
  door-card -> report: courier to service, door to phone, share –, no score on both, worse by –
  trace -> chase: courier to service, email to phone, share 0.41, no score on both, worse by –
  chase -> trace: service to courier, phone to email, back, share –, no score on both, worse by –
  refund -> check-back: finance to service, bank to email, share –, no score on both, worse by –
  resend -> check-back: depot to service, door to email, share –, no score on both, worse by –
  goal once: 0.45 → 0.56, target 0.6, met false, clear true, progress 0.731
  goal stay: 0.029 → 0.037, target 0.02, met false, clear false, progress -0.912
  since 2026-09:  csat -0.044 p 0.487 no clear change
  since 2026-09:  resolution 0.0 p 1.0 no clear change
  since 2026-09: scan csat -0.016 p 0.779 no clear change
  since 2026-09: report csat -0.077 p 0.204 no clear change
  since 2026-09: report effort 0.089 p 0.148 no clear change
  since 2026-09: report resolution -10752.0 p 1.0 no clear change
  since 2026-09: report fcr -0.057 p 0.202 no clear change
  since 2026-09: proof csat 0.028 p 0.706 no clear change
  since 2026-09: proof effort -0.102 p 0.157 no clear change
  since 2026-09: depot-search csat -0.099 p 0.206 no clear change
  since 2026-09: depot-search resolution 14336.0 p 1.0 no clear change
  since 2026-09: trace csat -0.273 p 0.0 worse
  since 2026-09: trace resolution 259072.0 p 0.0 worse
  since 2026-09: decision csat -0.036 p 0.58 no clear change
  since 2026-09: decision resolution 10240.0 p 1.0 no clear change
  since 2026-09: object csat -0.076 p 0.506 no clear change
  since 2026-09: refund csat 0.235 p 0.005 better
  since 2026-09: refund resolution -259072.0 p 0.0 better
  since 2026-09: resend csat 0.006 p 0.954 no clear change

actions; newest answers of 2026-10
  fee-table for account/compare, kept, as-expected csat 0.16 (0.088 to 0.23) from 2026-Q1 to 2026-Q2
  say-why for account/identity, done, as-expected csat 0.193 (0.125 to 0.258) from 2026-Q2 to 2026-Q3
  pin-in-app for account/card, doing
  status-line for account/decision, done, no-clear-change csat -0.044 (-0.112 to 0.025) from 2026-Q2 to 2026-Q3
  late-line for account/call, dropped
  low-price for airport/food, planned
  early-shop for airport/shops, planned
  free-spaces for airport/parking, planned
  see-scans for complaint/report, done, as-expected fcr 0.167 (0.078 to 0.252) from 2026-08 to 2026-09
  courier-clock for complaint/trace, doing
  plain-letter for complaint/decision, planned
  daily-run for complaint/refund, done, as-expected resolution -259072.0 (– to –) from 2026-09 to 2026-10
  larger-files for complaint/proof, done, no-clear-change effort 0.035 (-0.112 to 0.179) from 2026-08 to 2026-09
  told 2026-04-10: All fees on one page, said ["Fees were on page 14 of a PDF"]
  told 2026-07-15: Say which rule the photo broke, said ["Photo refused, no reason given"]
  told 2026-09-15: Agents see the depot's scans, said ["Told to wait five more days"]
  told 2026-10-10: Pay refunds every day, said ["Money comes once a week, without a word"]

cards
  marketing: 2 own, helps at 1, met 0, missed 0, in 1, out 2, changes 0, actions 0, strengths []
  product: 4 own, helps at 1, met 0, missed 4, in 2, out 1, changes 0, actions 2, strengths []
  risk: 2 own, helps at 4, met 0, missed 4, in 3, out 4, changes 3, actions 1, strengths []
  support: 1 own, helps at 1, met 0, missed 3, in 2, out 1, changes 3, actions 1, strengths []
  branches: 1 own, helps at 0, met 0, missed 1, in 1, out 1, changes 0, actions 0, strengths []
  cards: 2 own, helps at 0, met 1, missed 2, in 2, out 2, changes 0, actions 1, strengths ["account/activate effort"]
  ground: 5 own, helps at 0, met 0, missed 5, in 0, out 5, changes 0, actions 1, strengths []
  airlines: 2 own, helps at 2, met 0, missed 0, in 5, out 2, changes 0, actions 0, strengths []
  tsa: 2 own, helps at 1, met 2, missed 0, in 2, out 1, changes 1, actions 0, strengths []
  terminals: 2 own, helps at 2, met 0, missed 2, in 4, out 3, changes 0, actions 0, strengths []
  guests: 1 own, helps at 0, met 0, missed 1, in 1, out 1, changes 0, actions 0, strengths []
  concessions: 2 own, helps at 0, met 0, missed 2, in 1, out 1, changes 0, actions 2, strengths []
  digital: 2 own, helps at 0, met 0, missed 2, in 3, out 2, changes 0, actions 0, strengths []
  facilities: 3 own, helps at 1, met 1, missed 2, in 2, out 3, changes 0, actions 0, strengths ["airport/gate csat"]
  museum: 1 own, helps at 0, met 0, missed 1, in 1, out 1, changes 0, actions 0, strengths []
  service: 3 own, helps at 1, met 1, missed 3, in 5, out 2, changes 0, actions 1, strengths []
  depot: 2 own, helps at 1, met 2, missed 1, in 2, out 2, changes 0, actions 0, strengths []
  courier: 3 own, helps at 0, met 0, missed 3, in 2, out 4, changes 2, actions 1, strengths []
  claims: 3 own, helps at 0, met 0, missed 5, in 3, out 4, changes 0, actions 2, strengths []
  finance: 1 own, helps at 1, met 2, missed 0, in 1, out 1, changes 2, actions 1, strengths ["complaint/refund resolution"]
  maya: 11 touchpoints, feels [1, 0, -1, -1, -1, -1, 1, 0, 1, 0, 2], 6 pains
  omar: 12 touchpoints, feels [1, 0, -1, -2, -1, 1, -1, 1, 0, 1, -1, 2], 6 pains
  dana: 20 touchpoints, feels [-1, -1, -1, 1, -1, -1, 0, 2, -2, 1, 0, -1, 1, -2, 0, 1, 2, 0, 1, 1], 13 pains
  tom: 12 touchpoints, feels [-1, 0, -1, -1, -1, -2, -2, -1, -2, 1, 2, 0], 6 pains
  rita: 12 touchpoints, feels [-1, 0, -2, -1, -1, -2, -2, -1, -2, 1, 2, 0], 6 pains
