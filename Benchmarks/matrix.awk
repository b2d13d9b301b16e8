# Prints a CSV matrix as columns for the terminal: an issue a row, an actor a column, since there
# are more issues than fit across. Codes hold no quotes or commas.
BEGIN { FS = "," }
NR == 1 { for (i = 2; i <= NF; i++) row[i] = $i; columns = NF; next }
{ actors++; actor[actors] = $1; for (i = 2; i <= columns; i++) cell[actors, i] = $i }
END {
  shown = actors < 9 ? actors : 9
  printf "%-34s", ""
  for (a = 1; a <= shown; a++) printf "%7s", substr(actor[a], 1, 6)
  print ""
  for (i = 2; i <= columns; i++) {
    printf "%-34s", row[i]
    for (a = 1; a <= shown; a++)
      printf "%7s", cell[a, i] == "" ? "." : sprintf("%.2f", cell[a, i])
    print ""
  }
  if (actors > shown) printf "… and %d more actors in actor_issue.csv\n", actors - shown
}
