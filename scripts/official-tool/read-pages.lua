-- Reads pages as `pandoc --to json` does, many in one process: the names of the files stand in the file that $PAGES names,
-- NAME.md, each in a line; the JSON goes to NAME.json.

-- What pandoc does to a text before its reader sees it: no carriage returns, and blanks for tabs.
local function prepare(text)
  local lines = {}
  for line in (text:gsub('\r', '') .. '\n'):gmatch('(.-)\n') do
    local column, at, parts = 0, 1, {}
    for tab in line:gmatch('()\t') do
      local part = line:sub(at, tab - 1)
      local blanks = 4 - (column + (utf8.len(part) or #part)) % 4
      column = column + (utf8.len(part) or #part) + blanks
      parts[#parts + 1] = part .. (' '):rep(blanks)
      at = tab + 1
    end
    lines[#lines + 1] = table.concat(parts) .. line:sub(at)
  end
  return table.concat(lines, '\n')
end

for name in io.lines(os.getenv('PAGES')) do
  local page = assert(io.open(name, 'rb'))
  local document = pandoc.read(prepare(page:read('a')), 'markdown')
  page:close()
  local json = assert(io.open(name:gsub('%.md$', '') .. '.json', 'wb'))
  json:write(pandoc.write(document, 'json'))
  json:close()
end
