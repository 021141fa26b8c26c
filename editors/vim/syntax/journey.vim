" Vim and Neovim: the colours of journey files. Scripts/editor-words.py writes the list of words.
if exists('b:current_syntax') | finish | endif
syntax iskeyword @,48-57,-,192-255
syntax keyword journeyWord action answer as-written aside backstage better blank by channel cluster csat current-for date decimal department does draft due edition effort evidence expects fcr feedback feels file finished fixes floor flow for format from frontstage future-of goal good group hide-below higher-is-easier idea ignore image impact importance in journey kpi lane language link lower-is-easier moment-of-truth need note nps of one opens optional owner pain part-of period persona phase quote record repeats resolution reviewed scale segment severity share sheet state status support system tag takes target thinks told-customers touchpoint unit unused view voice volume wait was weigh weight where with with-drivers workspace zone
syntax match journeyName /\(^\s*\k\+\s\+\)\@<=\k\+\ze\s\+["{]/
syntax match journeyNumber /\<[+-]\=\d[0-9.]*\(-Q\d\|-\d\d\)*\(\s\=%\|pt\|[smhdw]\)\=/
syntax match journeyOperator /->\|→\|<=\|>=/
syntax match journeyComment /#.*$/
syntax match journeyEscape /\\\(u{\x\+}\|.\)/ contained
syntax region journeyText start=/"/ end=/"\|$/ skip=/\\./ contains=journeyEscape
syntax region journeyText start=/"""/ end=/"""/ contains=journeyEscape
highlight default link journeyWord Keyword
highlight default link journeyName Identifier
highlight default link journeyNumber Number
highlight default link journeyOperator Operator
highlight default link journeyComment Comment
highlight default link journeyText String
highlight default link journeyEscape SpecialChar
let b:current_syntax = 'journey'
