-- Neovim with its own client, as docs/editors/vim.md has it; ends with status 1 at what does not hold.
local function fail(what)
  io.stderr:write(what .. "\n")
  vim.cmd("cquit")
end
local function until_holds(what, holds)
  if not vim.wait(10000, holds, 20) then fail("never: " .. what) end
end
local function ask(method, line, character, more)
  local place = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = line, character = character } }
  local answers = vim.lsp.buf_request_sync(0, method, vim.tbl_extend("force", place, more or {}), 5000) or {}
  for _, answer in pairs(answers) do return answer.result end
end

local ok, problem = pcall(function()
  vim.bo.filetype = "journey"
  vim.lsp.start_client = vim.lsp.start_client
  local id = vim.lsp.start_client({ name = "waymark", cmd = { vim.env.WAYMARK_PROGRAM, "lsp" }, root_dir = vim.fn.expand("%:p:h") })
  vim.lsp.buf_attach_client(0, id)
  local function has(code)
    for _, one in ipairs(vim.diagnostic.get(0)) do
      if one.code == code then return one end
    end
  end
  until_holds("a finding", function() return has("unknown-channel") end)
  local wrong = has("unknown-channel")
  if wrong.lnum ~= 3 or wrong.col ~= 39 then fail("the finding is at " .. wrong.lnum .. ":" .. wrong.col) end

  local hover = ask("textDocument/hover", 6, 10)
  if not hover or not hover.contents.value:find("Fills in") then fail("no hover") end
  local items = ask("textDocument/completion", 6, 17)
  if not items or #items.items == 0 then fail("no completions") end
  local definition = ask("textDocument/definition", 6, 10)
  if not definition or #definition ~= 1 then fail("no definition") end

  vim.lsp.util.apply_workspace_edit(ask("textDocument/rename", 6, 10, { newName = "sheet" }), "utf-16")
  if not vim.fn.getline(7):find("sheet %-> send") or not vim.fn.getline(4):find("owner legal was form") then
    fail("renamed to: " .. vim.fn.getline(4))
  end
  -- A finding that is mended goes while nothing is saved.
  vim.fn.setline(4, (vim.fn.getline(4):gsub("wbe", "web")))
  until_holds("no finding", function() return not has("unknown-channel") end)
  local edits = ask("textDocument/formatting", 0, 0, { options = { tabSize = 2, insertSpaces = true } })
  vim.lsp.util.apply_text_edits(edits, 0, "utf-16")
  if not vim.fn.getline(5):find("channel web owner legal") then fail("formatted to: " .. vim.fn.getline(5)) end
  vim.lsp.stop_client(id)
  until_holds("the server's end", function() return vim.lsp.get_client_by_id(id) == nil end)
end)
if not ok then fail(problem) end
vim.cmd("qall!")
