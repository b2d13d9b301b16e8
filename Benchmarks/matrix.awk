# Prints a CSV matrix as columns for the terminal: an issue a row, an actor a column, since there
# are more issues than fit across; of the actors, the nine that speak on most issues, first those
# that speak on more. Codes hold no quotes or commas.
BEGIN { FS = "," }
NR == 1 { for (i = 2; i <= NF; i++) row[i] = $i; columns = NF; next }
{
  actors++
  actor[actors] = $1
  for (i = 2; i <= columns; i++) {
    cell[actors, i] = $i
    if ($i != "") spoken[actors]++
  }
}
END {
  shown = actors < 9 ? actors : 9
  for (place = 1; place <= shown; place++) {
    best = 0
    for (a = 1; a <= actors; a++)
      if (!(a in taken) && (!best || spoken[a] > spoken[best])) best = a
    taken[best] = 1
    order[place] = best
  }
  printf "%-34s", ""
  for (place = 1; place <= shown; place++) printf "%7s", substr(actor[order[place]], 1, 6)
  print ""
  for (i = 2; i <= columns; i++) {
    printf "%-34s", row[i]
    for (place = 1; place <= shown; place++) {
      value = cell[order[place], i]
      printf "%7s", value == "" ? "." : sprintf("%.2f", value)
    }
    print ""
  }
  if (actors > shown) printf "… and %d more actors in actor_issue.csv\n", actors - shown
}
