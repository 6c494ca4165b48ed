/** Words of no theme, in the languages that surveys are answered in most. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    // English
    'a about above after again all also always am an and any are as at be because been before being below between both but by can could did do does doing down during each even ever every few for from further get gets getting go goes going gone got had has have having he her here hers him his how i if in into is it its itself just let like made make many may me might more most much must my myself no nor not now of off on once one only or other our ours out over own per put rather really s same see she should since so some still such take than that the their theirs them then there these they this those through to too two under until up upon us very was way we well went were what when where which while who whom why will with without would yes yet you your yours thing things lot bit quite first next last left right said say says told tell asked ask came come took today day days time times know knew three four five six seven eight nine ten twelve hundred',
    "it's i'm i've i'd i'll you're you've we're we've they're they've don't didn't doesn't isn't wasn't aren't weren't can't couldn't won't wouldn't shouldn't haven't hasn't hadn't that's there's what's who's let's he's she's",
    // German
    'aber alle allem allen aller alles als also am an andere auch auf aus bei bin bis bist da dabei damit dann das dass dein dem den denn der des dich die dies diese dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch für ganz gar gegen gewesen hab habe haben hat hatte hatten hier hin ich ihm ihn ihnen ihr ihre im in ist ja jede jeder jetzt kann kein keine man mehr mein meine mich mir mit mal nach nicht nichts noch nun nur ob oder ohne sehr sein seine sich sie sind so soll sondern um und uns unser unter viel vom von vor war waren was weil wenn wer werden wie wieder wir wird wo wurde zu zum zur über',
    // French, Spanish, Italian, Portuguese, Dutch: what joins words
    'le la les un une des du de et est en que qui dans pour pas sur au aux avec ce ces cette je il elle nous vous ils on mais ou où donc ne se sa son ses leur très plus été être avoir fait',
    'el los las una unos unas y es que no con por para su sus como pero muy ya lo al del se me mi te nos fue era ha han hay este esta esto más si',
    'il lo gli i e che non di a da in con su per tra fra sono era ma molto anche come più mi ti ci si è ho ha della delle dei nel una',
    'o os as um uma e que não de do da dos das em no na com por para mas muito mais foi era ser ter tem se eu ele ela nos',
    'de het een en van ik te dat die in is niet op aan met als voor er maar om dan zou of wat mijn heeft heb had ook nog wel naar bij ze hij zij wij was zijn',
  ]
    .join(' ')
    .split(' '),
);

/** Whether a word says nothing about what a text is about: a joining word, a number, a single letter. */
export const isStopWord = (word: string): boolean =>
  STOP_WORDS.has(word) || /^\p{N}+$/u.test(word) || /^[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(word);
