" Vim and Neovim: journey files. `:make` runs `waymark check` and fills the list of places; `=` and `gq` run `waymark fmt`.
if exists('b:did_ftplugin') | finish | endif
let b:did_ftplugin = 1
setlocal commentstring=#\ %s comments=:# shiftwidth=2 expandtab iskeyword+=-
setlocal makeprg=waymark\ check\ --format\ short\ %:S
setlocal errorformat=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m,%f:%l:%c:\ %m
let b:undo_ftplugin = 'setlocal commentstring< comments< shiftwidth< expandtab< iskeyword< makeprg< errorformat<'
