"""`clausier apply`: plain articles and their amendments as signed → the consolidated text, and the queries.

From a sentence to its orders, in `clausier.french`: `quotations` cuts the quotations out, `itself` the names of a text that is an annex, `figures` those that change without any;
`layout` tells which lines are one and which are headings; `tokens` and `lexicon` tell the words apart; `prepare` (with `idioms`, `naming`, `dated` and `joining`) takes off what says nothing of the change and joins what is
one thing; `sentence.lark` parses what is left (`chart` finds every tree: a word that it does not know fits no rule, and a
sentence whose trees say different things is not understood); `derived` (with `worded` and `tree`) says what a tree
orders; `context` gives each order its place in full; `announcing` tells what only says that others order; `orders` writes the operations. `force` reads when an act or an order is in
force; `write` goes the other way, from an operation to the sentence that orders it.

From an order to the text: `refs.lines` finds the lines that a place names, `check.agreement.figures` a figure without quotes;
here, `brought` how far the new text goes, `payloads` what of it enters the article; `carry` makes the operations (`reworded`,
`substituted`, `renamed`, `elided`, `added`, `created` and `moved` by what is ordered, `lines` their targets). Where the sentence does not tell, the text
may: `told` what a new text says of itself, `by_words` the lines that it begins and ends as or says again,
`annexes` what a joined annex rewords. `acts` tells this text from another, `quiet` what orders
nothing, `beside` what of it the text must perhaps say (`refs.lines.bearing` what speaks of it), `contradicted` what the text says otherwise; `document` is the form of
what is given. `apply` takes the amendments in turn, `amendment` the articles of one, `sentence` a sentence of it, and `carried_out`
an order of that, which is followed where all the readings that fit make one text.

What is not certain is asked, never guessed. The guide's page on reading signed amendments has the measure, on 61 published
agreements; of the 21 that ask, at least 15 were published with a choice of the editors' that no sentence states. No rule names a
document, and each has a case in `tests/french/`, beside the nearest text that must still be asked about.
"""
