# A corpus of any size for the recipes, the same each time: sentences of Corpus/gold/samples.jsonl in new order.
#   awk -f corpus.awk -v documents=20000 -v sentences=50 Corpus/gold/samples.jsonl > corpus.jsonl
#   awk -f corpus.awk -v documents=200 -v sentences=40 -v folder=DIR Corpus/gold/samples.jsonl    # text files and DIR.csv
function random(n) { seed = (seed * 16807) % 2147483647; return seed % n }
function plain(s) { gsub(/\\"/, "\"", s); return s }
match($0, /"text": "([^"\\]|\\.)*"/) { text[count++] = substr($0, RSTART + 9, RLENGTH - 10) }
END {
  split("CHN USA RUS BRA IND EU SGP ZAF CUB DEU", issuers, " ")
  seed = 20150925
  if (folder) print "doc,issuer,date" > (folder ".csv")
  for (d = 0; d < documents; d++) {
    issuer = issuers[1 + random(10)]
    date = sprintf("%d-%02d-%02d", 2010 + random(15), 1 + random(12), 1 + random(28))
    if (folder) {
      name = sprintf("statement-%06d.txt", d)
      path = folder "/" name
      print name "," issuer "," date > (folder ".csv")
      print "Statement number " d "\n" > path
      for (s = 0; s < sentences; s++) print plain(text[random(count)]) "\n" > path
      close(path)
    } else {
      line = ""
      for (s = 0; s < sentences; s++) line = line (s ? " " : "") text[random(count)]
      printf "{\"doc\":\"statement-%06d\",\"issuer\":\"%s\",\"date\":\"%s\",\"text\":\"%s\"}\n", d, issuer, date, line
    }
  }
}
