/**
 * Words of English and how much each pleases or displeases: in each line first the valence, −4 (worst) to 4 (best), then
 * the words that have it. From the lexicon of VADER (Hutto and Gilbert, ICWSM 2014), whose single words of three letters
 * and more are taken over as they are, rated by ten people each, and under its licence:
 *
 * The MIT License. Copyright (c) 2016 C.J. Hutto. Permission is hereby granted, free of charge, to any person obtaining a
 * copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction,
 * including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies
 * of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:
 * The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
 * Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED
 * TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
 * AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT
 * OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
 */
export const ENGLISH_LEXICON = `
-3.9 rapist
-3.8 raping slavery
-3.7 kill murder rape terrorist
-3.6 hatefulness hell motherfucker murderer raped rapers terrorism
-3.5 fatality killed killings rapes suicidal suicide torturers
-3.4 apocalyptic brutalizing cancer catastrophe devil evil evilly excruciation faggot fucked horrific killing murdered
-3.4 raper shittiest tragedy twat villains
-3.3 dead devastating evillest excruciating fucker heartbroken horrifyingly killer killers murderers murdering nigger
-3.3 rapists terrorised terrorises terroristic terrorize whore
-3.2 abuse abusive betray brutalises brutalizes devastative doomed dreadfulness faggots fatally fuckface fuking hated
-3.2 hatred hellish kia murderee murderous pissed scumbag terrorisms
-3.1 abhorrent angriest brutal bullied cocksucker crisis devastate dickhead direful disaster enslave evildoer
-3.1 evildoing evilness fuckhead fucktard hopelessness molests murderees murderously poisoners racism shithead
-3.1 sluttiest terrorise terrorists terrorized terrorizes vile violence worst
-3.0 abusivenesses bastards betrayed bitchiest brutality brutally destructive devastated disgustedly dismal douchebag
-3.0 foetor fubar horridnesses infuriated murders racist saddest terrified terrorising terrorizing torturing
-3.0 traumatization whores
-2.9 abhors afu anguish assassination bitches brutalised brutalize bullying cruellest cruelness cruelty cunts death
-2.9 devastators die disastrous disgust disgustingly drowned eviller excruciatingly fatalities fuckers harshest havoc
-2.9 horrifically horrifies irate molestations murderousness obliterate poisonously sinister torture villainess
-2.9 villainously violent war warmonger wickedest
-2.8 abduction abusively assault assaultive assholes betrayal bitch brutalising bullshit condemnation contempt cruel
-2.8 cruelly damnified degrading devastates devastator devilry deviltry dooming doomsday enraging ffs fraud greediest
-2.8 harassers heartlessly heartlessness horrendous jackasses maddest miserableness molesting motherfucking obscene
-2.8 offensively perverts poisoning rageful remorselessness repulse ruin ruinate scams slut stab traumatically
-2.8 traumatise ugliest violently warmongers whored wtf
-2.7 agonizing anger anguishing antagonizing assassinations attacker attackers bastardly bastardy bfd bitchery
-2.7 brutalise chaos corpse criminals crude degradingly depression despaired despairs despising destruction devils
-2.7 dishonest dreaded dreadfully drown evils excruciate fearing fuming furious fury grievousness grim hate heartbreak
-2.7 horrifying horror horrors humiliation injustice insanity joylessness laziest loathing miseries misery moronic
-2.7 negative nfc painfulness pathetic poisoner poisonous poisons retarded ruination ruinous scam sluts sluttier
-2.7 son-of-a-bitch stealing terrifying terrorization torturous totalitarianism tragically traumatic travesty
-2.7 treasonous ugliness unlovable villainousness virulent weep wrathful
-2.6 abuser abusers abuses alarmingly ban bankrupt bastardising bfe bitched bitchily bitchiness brutalities cheating
-2.6 cocksuckers compassionless crappy cruelest damnation damnatory destroying destroys destructionist died disasters
-2.6 disgustful distraught dumbass dumbhead enrage fascist fired gloom harassments harmfully harmfulness harming
-2.6 humiliatingly hurtfully idiotic illegal infuriates killingly lousiest lowbred miserliness murderesses nastinesses
-2.6 nasty perversity petrifying prejudicial punishers punishing rage rancidity rancidness riot rob robber ruinously
-2.6 sadden savageness shamed shit shitheads shitty sin sinful starved stressfully stupidnesses terriblenesses
-2.6 terribly terrifies terrors tortured victimizing villain villainy violater wars whoremonger woebegone
-2.5 abusiveness aggravate ass assaults assfucking bad bastard betraying betrays chastise cheater choke crestfallen
-2.5 crime curse dangering despisements destroy destructing enemy evildoings evilest fail fatal fearfullest felonies
-2.5 felony fraudster fuck fuked goddam harassed harasses harassing harassment harm horrible horrid horrified horrify
-2.5 hostility humiliate joyless kills lamebrained livid lousy outraged perverted petrified pissants poison poorest
-2.5 prisoner racists rancid rancidly rejection rudest savagery sickened sluttishness snafu sobs sorrowfulness
-2.5 stinkpot strangled stupider suffer tard tortures troubling uglinesses unhappiest victimising victimize violating
-2.5 wanker warmongering whoresons
-2.4 abandonment abhorred agonises appall arrogance assaulted bastardization bastardize brutalized casualty conspiracy
-2.4 contemptuously criminal crudest crueller damnifying damnit danger dangered degradation dehumanizing despisement
-2.4 destruct destructively destructiveness destructs devastatingly devilkin dirtiest disgusted disgusting
-2.4 dissatisfying distress distressfulness distrusted doomsdays dreadfuls dreading dullsville evildoers fkm
-2.4 foreclosures fraudsters frustrated goddammed harasser horribleness horribly humiliations hurt hurtful indignation
-2.4 infuriating liars loneliest loser losers lying mofo mourns naggiest nastiest neglected nfw painfully pita
-2.4 poisonings prejudicialness puke punish raging reek retard revenge revengeful sabotage saddened sadder savages
-2.4 scandalous shamefulness sickening sorrow sorrowed spite spited stenchful stinking stupid stupidest sucker
-2.4 sufferers swindle terror thief threat threatening tragical trapped traumatised traumatism traumatize unhappier
-2.4 unhappiness unhealthy viciousness violated violaters violations violative violator warred weepiest whoredoms
-2.4 wicked wth
-2.3 abducted abused agonised agonize agonizes agonizingly angered angers angrier angry assaulting bastardised
-2.3 bastardises bastardizing bitcheries bitchy bitterest blameworthy brutalizations cheated condemns crueler
-2.3 cruelties cwot damaging dearth dejecting depressed depressingly despairing destroyers destructions devilishness
-2.3 devilled dick disappointment disconsolate disheartenment disturbing disturbingly doa downhearted dumb dumbest
-2.3 effin egotist failed failing failure fiasco foetid frauds fraudulence frightful grieving grouchiest hatefully
-2.3 hating horridness hurter idiot ignoramuses impolitenesses incompetence insult insulted insultingly irritant
-2.3 irritation lazier liar molester mourningly nastier negativity numbskull obnoxiously offending offensiveness
-2.3 outcry outrage outrages pain panic pervert petrifies pollute poverty prblms prejudice prison prisoners punitive
-2.3 regrettable rejected rejectee remorseless riots rotten shamefaced shamefulnesses sick slutty sorrower sorrowfully
-2.3 spitefully spitefulnesses starves steals stench stenchy stinkard stressful stricken stupids suckers terrify
-2.3 thieves torturer traumatizing troublesome trustless ugly unethical unjust unloving unprofessional victimization
-2.3 villainies violates weakest worsen
-2.2 aching agonized angering annoyer antagonistically arrogant blaming bomb bsod bully catastrophic chaotic chastised
-2.2 collapse contemptuous cunt damage damnify damns dangers darkest deject dejected depress depresses depressions
-2.2 despairingly desperations destroyed destructivity deviling disappointing disgrace disheartened disheartenments
-2.2 disheartens dismaying disparaging dissatisfaction dissatisfy distressful distressingly dolorous doomsdayer
-2.2 doomster drowns enemies failings fear feared fearful fearfuller fearfully feuded fools fraudulent frightening
-2.2 grief grouch harass harms harsher hateful haters heartbreaker heartless heroin hopelessly hostilely illnesses
-2.2 imbecile infected infuriate insulting jailed loathe lousier lowlifes lunatic mad maddening masochistic menace
-2.2 miserable molesters moron murderess neglects numbskulls overreacts perpetrator perversely pitiful poisoned
-2.2 pollutes powerless prosecution punishment rejects repressors repulsed revengefulness rudely saddening savagely
-2.2 scandals scare scary screwed shameful sickener sickeners sluttish sorrowful spammer steal stealers stolen
-2.2 suffered thieve threateningly torturously tragics traumas traumatises traumatizations troublemakers uglier
-2.2 uglification uglifying unhappinesses uninvolved violate violation wasted whoreson wickeder wickednesses
-2.1 accident agitators agonise amort anguishes apprehension arrested ashamed attack badly bankster bastardise
-2.1 bastardizations bereave bereaved blamed blamer broken brutalization btd choked cry crying dangerous defeated
-2.1 defeatists defectively degrades depressively deprival deprive deprived despondent destructionists devilish
-2.1 dipshit disabling disadvantageously disappointed disdain disgusts distrustful distrusting disturbers doomful
-2.1 eviler fag fake faultfinding faultier faultiest faults flunked foetors freakish frighteningly frustration fucks
-2.1 gloomful glum goddamn goddamns grievance grieves gross grossest harmed haunted heartbreakers heavyhearted
-2.1 helplessness hooliganism horribles hostilities hurts immoralist immorally incompetent infringement irrationalist
-2.1 irritable irritants jeopardy killjoy libelous loathed lowlives lugubrious maniac miserably molest moodiest
-2.1 nasties neglectfully nme obliterated obnoxiousness oppressed persecute perverseness perversive pitilessly poor
-2.1 punishes rages rejections resentful revenger ruder ruined sad scaremonger selfish shame shattered shits shittier
-2.1 shylock sickeningly sluttishly smartass smuggler smuggling snubs spamming stinkiest stressors suckering suffering
-2.1 suffers suspended terrible thieveries totalitarian troublous troublously uglify uglily uneasiest unfair unlovely
-2.1 unpleasant upsetting vitriolic weakliest whoredom wickedly wickedness widowed woefulness worrit worse worsens
-2.1 wrong
-2.0 abandoned abductions abhor abusing affectionless agitated antagonize appalled appallingly arguing attacked
-2.0 attacking awful banned bastardized beating belittled bitchier bitterly blamers censor cheat chokes choking
-2.0 contagion contemptibilities coward crudeness crudenesses cruder damagers damagingly damningly dangerously
-2.0 dangerousness deceit defeat degradative degrader degraders dejects depriving desperation despises destroyer dire
-2.0 disappointments discouragement disgraced dishearten dishearteningly disparage disrespected dissatisfactory dread
-2.0 eviction exploited failures falsify faultily foes foolishnesses forced frustrate frustratingly frustrations
-2.0 greedier grieved grievous grimaced grouchier grouchiness guiltier heartbreaking helpless heroinism hopeless
-2.0 hypocritical immoral imprisoned incensed inferiorly insipid insulter insulters irritated irritating irritatingly
-2.0 irritative jealous jealousies jealously lamely lament lamenting lowlight melancholiac misrepresentation mocks
-2.0 neglect neglectful neglectfulness obnoxious offends offensive outrageous outraging panicked penalty pessimisms
-2.0 pessimistically phobias pisser polluted polluters problematically punished raged reeked reeking regrettably
-2.0 regretters rejecting remorselessly resentfulness revengers ridicule robs rude rudesby ruiner savage savaged
-2.0 scaremongers screwiest selfishnesses severely shamefacedness shamelessnesses sickens sins sluttishnesses snob
-2.0 snobbery snubbed stresses stupidities stupidly sucked suckered sufferer swindling thievery thoughtless threatened
-2.0 threating tragic troubled troublemaker troubles uglies unacceptable unfortunate ungrateful unintelligent
-2.0 uninvolving unloveliness unworthy upsetters vexing victimhood villainesses villainous vulture wept whoremongers
-2.0 worriedly worrisomely worsening worser
-1.9 abandon abandoner abandoners admonished aggravated aggravates aghast angerly animosity annoy antagonism
-1.9 antagonist appalls arrests arrogances atab attacks aversion banish belittle bereaves bitterer block bloody burden
-1.9 chagrin cheaters chucklehead condemned contemptibleness contradictious criticise criticism crushes damaged
-1.9 damager damages deceitful deceived deception defeature defective defector degrade dehumanized denied denounces
-1.9 destructed devastations devilment dirty disagreeablenesses disappointingly discouragers discourages discouraging
-1.9 discredited disillusioned dismayed dismayingly displeased dissatisfactions disturbs dreadful dullnesses dumbheads
-1.9 dumbness embarrassment emptiness excruciations expel exploiting fightings flunker foe fool forbidding
-1.9 forbiddingly foughten frantic freak freeload frightened frightfulness frustrates frustrating furiously futile
-1.9 gloomed goddams greedily griever grouchy harsh hates horrendously hurters hurtfulness hysteria idealess ignorami
-1.9 ignoramus illiteracy incapacitated inconsiderate inferiorities insincerely intimidated intimidating irresponsible
-1.9 lamentations loathes lowbrow ludicrousness madness meaningless melancholy mindless misbehave molestation molested
-1.9 moochers mope mournfuller mourning nastily notorious painful panicking panics passionless perjury petrifaction
-1.9 prejudiced problematic pukes punishable punisher regretful regretfully resentment resentments revenges ruins
-1.9 saddens sadness savageries scandal scared scaring shamefacedly shamefully sicken smothers sobbed spiteful stabbed
-1.9 stabs stank starve stealings stupidity suck sucky terribleness tired tragedies traumatising treason troublers
-1.9 troublesomeness unattractive undeserving undesirable unemployment unfortunates unhappily unloved unlovelier
-1.9 unloveliest unsavory upsetter vexation violators warring weak weaker weapons weeper weeping weepings whorehouses
-1.9 whoremaster woeful woes worriments worrisomeness worry worsened worthless wreck wronged zealot
-1.8 adversity aggressiveness agitating agony angrily anguished annoyances annoys argumentatively arrogantly avoider
-1.8 bastardies bastardizes beaten bitter bittered blamable blamably broke burdensome charmless cheats comfortless
-1.8 complainer conflictive criticised crushed damnableness damnifies defecting defectiveness defectives degraded
-1.8 dehumanize denies depressor deprivation deprivations despiser destructibility detain devastation devilling
-1.8 disadvantage disadvantageous disagreements discomfort discontented discourage discouragements discouragingly
-1.8 disheartening dismay dismays disqualified disrespect dissatisfies distressed distrust distrustfully downcast
-1.8 dullards dumpish duped dysfunction egotistically emptiest enrages erroneous exasperated fails faithlessness fakes
-1.8 faking fcol fearfulness fears flunkey flunks flunky foeman fooleries foolery foolishly foolishness forbidden
-1.8 freaking freakout fumed gloomiest gloominess glooming goddamned gossipping greenwash grimaces grimy grossness
-1.8 guiltiness guilty hater heartbreakingly heartbreaks homesickness homesicknesses hysterics ill impatience
-1.8 impolitely impoliteness indignant injury insecure insecureness insecurities insecurity insensitivity insincere
-1.8 insults intimidation irritably irritate jackass lame lies loneliness lonesomeness lowery lowliest miser
-1.8 misunderstanding mock mourn mourners mournfulness nagger neurotically pained pains pathetically perverse
-1.8 pitifuller pitiless polluter prejudices prejudicing problematical promiscuity prosecutes protesting puked puking
-1.8 punishments rebelliously recession regret rejectees rejecters rejective rejector repressing ridicules ridiculing
-1.8 sadly scornful sedition shitting smother snub somber stampede starving stress stressor struggling tantrum temper
-1.8 threateners threats ticked trauma troublemaking troublesomely ugh uglifies uneasinesses unfulfilled ungratefully
-1.8 unhappy useless vain victimized victimizer warfares waste weaken weakly weakness weepier weirdo whines wiseass
-1.8 woe worrier worries worrywart yucky
-1.7 abandonments acrimonious agitate angriness annoying antagonistic antagonists arguments ashamedly avoidance
-1.7 battleground bitterness blameful blames blind botheration boycotted boycotting burdened burdeners chastises
-1.7 chastising cheerless cheerlessness complained complainingly complaints conflicting crash cries criticising
-1.7 cynicism cynicisms damn damnable damnably decay decaying decays deceive defeatist defected defects deficit
-1.7 depressible depressors deprives despised detained difficultly disadvantaged disadvantages disagreeable
-1.7 disagreeableness disappoint disappointedly disconsolation discord discouraged discourager disillusionment
-1.7 disliked dislikes disorder dispute disputing distorted distressfully distressing disturb doom doomsayers dull
-1.7 duller dullest dumped dumps dumpy egotists embarrasses embarrassingly embarrassments enraged enslaved error farce
-1.7 fatalisms fault fearsome fights fooling foolisher freebooter frightens frightfully greed greediness grievously
-1.7 grouching guiltiest hacked haunt helplessnesses hindrance hurting idealless ignoring illness immoralists
-1.7 impatiently inability inadequacies inadequacy inadequate inadequateness inferior injured insane interruptions
-1.7 irrationality irritabilities irritableness irritates isolation jealousness joylessly killjoys lose losses
-1.7 lousiness lowlier madly maniacally masochist menaced misbehaving misleading mocking mooch mooching mournfully
-1.7 nagana nagged nagging naggy neglecter neglecting nonsense oppressive optionless overreacted painfuller paining
-1.7 peril perverter petrify piss pissing problem problems prosecute provoke punishabilities rash reckless reeker
-1.7 refusing regretting reject rejectingly repressions repressively scapegoat scarer scarey scold scorn scream
-1.7 screwup seditious selfishness shames shitted shocking sluggish smartasses smuggles smugnesses snobbishnesses
-1.7 snobby sorrowing stealable stealer stink strained stubborn stupidness sullen suspiciously tensions traumata
-1.7 traumatized trouble unappreciated uncomfortably uncontrollability unease unfocused unsatisfied unsuccessfully
-1.7 unsupported unwelcome wasting woefully worriers worrisome
-1.6 abandoning ache ached agitatedly amoral annoyed arguer argues aversive battle battlefield battles bitterish
-1.6 blamefully blameworthiness blocking bothering bummer carelessnesses complains condemn conflicts confrontational
-1.6 contemptible contradictors cowardly crap craziness cried criticize criticizers cynical damned decayed decayer
-1.6 decayers deceives defeating demoralized depressant depressants depressing depressive depriver desperately
-1.6 despisers deviled devilishly devilries disadvantageousness disagree disappoints discomfortable discomforted
-1.6 discomforting disillusions dislike disparages disregarded dissatisfied distraction distractive distresses
-1.6 distrustfulness disturbance disturbed doomsters doubter dullard dumbfounded dump dumpiest embarrassable
-1.6 embarrassing emergency enslaves expelling expels falsified feuding fight flu flunkers fooled foolhardiness
-1.6 forbidder freakiest freeloaded freezingly fright funerals glamourless gossiping grave gravesides grieve grimier
-1.6 griminess gullibility hostile ignorantly immoralism impolite inadequatenesses incapable ineffectuality inhibit
-1.6 interrogated intimidator intimidators irrationally jaded lackadaisical lamebrain lied losing louse lowest
-1.6 lunatics manipulated masochism masochistically melancholias misbehaved misbehaves misinformed mistaker mistakers
-1.6 mockeries mourner mournful obstacles paranoids phobia pleasureless prblm pricklier prosecuted punishability
-1.6 rancidnesses regretfulness regretted regretter rejecter reluctancy repression resented restrict restricted
-1.6 restricting ridiculer ridiculers ridiculousnesses riskinesses ruinable ruinations ruing screaming severe severer
-1.6 shock shocks shyster slam sleeplessness smuggle snobbily sobbing sorrows spammers stingy stunk suspicion
-1.6 talentless tensioner threaten threatens tumor uncomfortable unconvinced uneasiness uneasy ungratefulness unkind
-1.6 unsecured upset uptight uselessness victimizers weakener weakhearted weepies wimpish
-1.5 adversarial adverse adversities afflicted agonising amorality annoyers appalling argued argument argumentative
-1.5 argumentive bamboozle bamboozled bamboozles brainwashing burdens careless clueless coerced collision complain
-1.5 confrontations confusedness contagions crazily criticized criticizer criticizing crushing debt defeatures
-1.5 defections degradations dehumanizes denier depressives deriding desperateness destructible detention deviltries
-1.5 difficult disagreeably disagreement disillusionments disoriented disruption distractible doomsaying doomsayings
-1.5 doubt doubtable douche drained dubious dulled dumber dumbs dupe eerie embarrassed emptinesses exhausted
-1.5 exhausting exhaustion fallen fatiguingly faultfinders faultiness fighting flunking foolhardier forbidders
-1.5 freakouts freaky friendless frighting funeral gloomier gravely graveness grievances grime grimmer gullible
-1.5 hesitatingly hooligan ignorance ignore inconvenience inhibition interruption irrationalism irrationalists
-1.5 irrationalities irritations lags lamentable lamentably laments lamest lazy lonelinesses lonely lonesome lowballed
-1.5 lowlife ludicrous manipulating mess messy mischief misers misreporting mistaken mistakes misunderstand moocher
-1.5 moody nag naggers neglecters nitl obsessional obstacle offender offenders offenses overload overweight panicky
-1.5 paranoias persecuting pessimism pessimist pessimistic pissant poorer prejudicially profitless promiscuously
-1.5 quaking rebeldom reekers regrets repressible ridiculed ridiculous rigged riskiest robing rudeness ruinated
-1.5 ruinates ruinating screamers seduced severed severest shylocking smear smuggest smuggled sore spam spitefulness
-1.5 stenches stinker stinkier stinko stinky stressing strikes struggles stubborner stubbornnesses sucks sulking
-1.5 suspicions suspicious sux swindles tantrums tenseness tenser trembling turmoil uglified uncontrollable
-1.5 uncontrollably undermined undermining unfriendly unprotected unstable unsuccessful upsets uselessly vicious
-1.5 victimised victimizations victimizes weaklier weaknesses whine whoremasters wiseasses witch worriment worrywarts
-1.4 accidentally accuses aggressed aggressivities agitates agitator alarm alarmed antagonized argue arguers arrest
-1.4 avoided avoiders avoiding blame bother boycotts burdening carelessness chagrined combat confusingly contagious
-1.4 contemptibly contradictoriness contradictory contradicts crazy criticizes cynic damnations damning deadlock
-1.4 deceiving defeater defect defection defenseless denounce deny denying deprivers derailed despise difficulty dirt
-1.4 dirtier disagreeing disappears discarded disparaged disputed disregards disruptions distorts distracted
-1.4 distractingly disturbances disturber dork doubtful doubting doubtingly dreads dreary drunk dullness dumbed
-1.4 dumpier egotism egotistic errors excluded exploits failingly fatigued faulted faulting feud feuds fidgety fiery
-1.4 fire firing flop flops flunkies foolhardy foolishest forbiddance frantically freakiness freakishness frighted
-1.4 frighten frowning gag gossipmongers grimacing grouchily guilts gun hapless haplessness harried helplessly
-1.4 hesitater hesitaters hesitates hesitating horridly humiliated humorlessness hurtling inconvenient indoctrinate
-1.4 inflamed inhibitive insecurely insignificant insincerity interrupt interruptive intimidations irrational
-1.4 irresolute irritability jerk lag lamentation lamented lamer leak lethargy lonelier lonesomes lowermost messed
-1.4 miserly misgiving mistake misunderstood mlm mooched mooches moodiness moodinesses moronically mumpish naggier
-1.4 needy neurotic niggas nimy numb numbly obsessing obsession offences ominous perturbed pissers pisses pitying
-1.4 pressuring prick prickliest rant reluctance repress repressive repressor resentfully resign restlessly
-1.4 revengefully ridiculously riskier scapegoats scares screwy selfishly shakedowns shameless shamelessly
-1.4 shamelessness shoot shylocks smileless smothering smugglers smugness snobs spites stifled stressed struggled
-1.4 strugglers stubbornly suspects tense tensioning thieved threatener toothless tragediennes traumatizes trickers
-1.4 trivialising troubler unapproved uncertainly uncertainties uncertainty undermines uneasier uneasily unequal
-1.4 unfortunately unimpressed unimpressive unmotivated virtueless warning weaklings weaponed weeps wimp wisenheimers
-1.4 worrying
-1.3 abandons accidents accusations aggress aggressions aggressively agitations agitative annoyance anti awkwardly
-1.3 awol axed bereaving bizarre boredom bores boresome boring botherations bothered bothersome boycott burdener
-1.3 chuckleheaded complainers conflict confrontation confronters confused confuses contradict contradicted
-1.3 contradicting contradictions critical criticises cynically defeatism defeats defectors defenselessness delay
-1.3 derails despair despairer despairers desperate disagreed disagrees discomforts disguising disillusioning
-1.3 disjointed disliking disquiet disruptive distort distractable distractibility distracts distrusts doubters dumbly
-1.3 dumping envyingly excruciated exhauster exhausters fatigues faulty flunk foolhardiest forbid forbids fought
-1.3 freakier freeloading freeloads frenzy gagged ghost gossipped gossips gossipy graveless gravest greedy grimly
-1.3 hardship hesitated hostiles humorless ignored ignorer imperfect impersonal indecisiveness ineffectively
-1.3 ineffectiveness ineffectualness interrupters interruptible interruptor interrupts intimidates isolated isolates
-1.3 jealousy lack lamentableness laughingstocks leaked loner lonesomely loose loses loss lost louses lowness luckless
-1.3 misinformation misinterpreted misunderstands mocked mockers mockery moodily morons mourned numbingly nuts
-1.3 obsessionally odd outrageousnesses paranoiac perplexed persecuted perversion pettiest phobics pitied pitiers
-1.3 pressures problematics provokes rants repressed represses resigns restricts riskiness risking scarers screamed
-1.3 shakeout shocked shyness skeptical smh spiritless startle stereotype stinkingly straining struggle stuttering
-1.3 submissive suspend tease tempers tension timidity trap tricksters uncertainness unimportant unsettled unsurely
-1.3 viciously victims vultures walkout weakened weakeners weakening weakens weakling weepy weirdie weirdoes whiney
-1.2 accused adversative aggravating aggression agitational allergic amoralities antagonisms apathetic apathy avoid
-1.2 ayor battled battlefront bittering borers censors childish collapses collapsing colluding complaint
-1.2 confrontationists confusion confusional contentious cover-up critics crudely cuts deafening defer deprivals
-1.2 derail derision difficulties disbelieve discourageable disorganized distract distracting dominating dorkiest
-1.2 doubtfully doubtfulness doubts dumper dumpiness dynamiter embarrass ennui exclusion exhaust fatalists fatiguing
-1.2 feeble freaked fume gossipry gravers graves graveyard graveyards grimed hesitantly hiding humiliating ignorances
-1.2 immobilized impatient impose ineffectual inquisition interrupted interrupting jealz lagged lamebrains lamenter
-1.2 lames lethargic limitation lossy lousily lowballs lower lowlinesses madder maniacs manipulation masochists mia
-1.2 missed missing mistakenly nerd nervousness no obsessiveness obsolete obstinate offence offend outrageously
-1.2 outrageousness pathetical persecutes perversions pervertedly pervertedness pesky phobic piteous pitier pities
-1.2 pitifully pitifulness pity pressure pseudoscience questionable ranter ranters rebellious rebelliousness refuse
-1.2 refused resenting resents resignation resignations resigner restlessness sceptical screams screwer shakedown
-1.2 shakiest short-sighted shynesses sillinesses skeptically skepticisms smog snobbishly stereotyped stinkers stop
-1.2 strains strangely suspect suspiciousness teased teaselers teases tensely tensest trembly trickeries trickiest
-1.2 trickiness uncertain underestimate undermine unsophisticated uptightness victimises vulnerably warfare warnings
-1.2 weakish weapon weirdly whiner wimpiness wiseacre woesome worn worried worrits zzz
-1.1 absentee alarmists alarms alas alienation aversions avoidances battling biased bitching blocked bored boredoms
-1.1 charges chuckleheads collapsed collides collisions complainants contemptuousness controversially cornered critic
-1.1 crudes cut defenselessly deniers deride devilments disguised disinclined disputes disregard distorting dooms
-1.1 doomy dorkier dorky doubted drop dulling dullish dully dumpings embarrassedly envied enviers envious envy
-1.1 exhaustions exhaustiveness exhausts exposing ferociously feudalistic feudist foolish forgetful frights fud
-1.1 gossiped gossiper gossipers graver grievants guilt guiltily haunting hesitate hesitation hesitations hoax
-1.1 hooligans ignorant ignorantness ignores immoralities impotent indecisions ineffectually inferiority interrupter
-1.1 intimidatingly intimidatory irrationals itchy jerks killdeer lagging lone loneness loomed lousing low lowliness
-1.1 masochisms melancholies misread mistaking monopolizes moodier moronity nags naive nastiness nervous numbing
-1.1 numbness overstatement perversities pileup pique pitiable pitiableness pitiably pitifullest postpones provoked
-1.1 pushy rebelling rebellions remorse restless restriction ridiculousness rigidification rigorous risk risks sapfu
-1.1 sarcastically shitakes shockers short-sightedness slash slashing smothery snobbishness solemnity stammerer
-1.1 struggler stubbornness stutterers suing thorny toughly tremble trembled trickery trivialises trivialize
-1.1 underestimated underestimates unresearched victim victimise vindicating vulnerableness warned weakside weary
-1.1 weepers weirdos whorehouse woebegoneness wowser
-1.0 accusation aches adversaries adversatives agitation alone amorally anxious anxiousness arguable arguably bore
-1.0 cancel cancelled carelessly confrontationist contempts contradictable contradiction contradictor crazinesses
-1.0 criticizable darkness degradable derides devilwoods diffident discard discards disguise disguises disillusion
-1.0 distractions downside dud dulls dumbfounder dumbfounders dumbstruck dumpsters egotisms emptily envier excruciates
-1.0 exhaustible expelled faithless fatalistic fatigue ferociousness ferocities flustered foolhardily forbiddances
-1.0 gloominesses gossipmonger greeds grimace grimes haunts hesitancies hesitant humiliates hunger hurtles ignorable
-1.0 inaction inadequately indecisive inhibitors inhibitory jumpy loused lowering lowly melancholics moping mubar
-1.0 numbest obsess obsesses offended offense overreact paranoia paranoid perpetrators perverting pessimists pityingly
-1.0 poisonwood prickle propaganda protest rebelled reluctant repetitive repressiveness resentence resigned resigners
-1.0 ruining ruinousness sappy sarcastic sceptic screws screwups severeness shamefast shockable shortage shy
-1.0 skepticism smugger snobbism sob squelched stammering stinkards stinkbugs stinks struck stuck stutter stutterer
-1.0 stutters submissively supremacists swearing teaser tensed tensing timid timider timidness torn toughish
-1.0 tragedians tremblers tremulous trickish tricksiness trivialities trivializes unclear uncontrolled uncredited
-1.0 unsure weirdies wimpier wimps wisenheimer
-0.9 aggressors anxiously apeshit apprehensions battlefields blocks cancels comedowns confronts confuse confusing
-0.9 confusions contemptibility contradictorily criticisms dearths defeaters defiant delayed demanded demanding
-0.9 disappear disappeared disregarding distractedly dizzy dodgy drag dynamited eery egotistical exclude faithlessly
-0.9 feudalism feudalist forget forgotten glooms graved gravelled gravelly graven grimalkin grimalkins grossly
-0.9 grouches hesitance hesitancy horrent huckster indecisivenesses inhibits insensitive lawsuit libertine limited
-0.9 loners loom lowish lurks misses monopolized naggingly neuroticism numbed obsessions obsessive oversell possessive
-0.9 postpone pressured pricking prickly pricks promiscuousness protesters protests remorseful resigning revenged
-0.9 risked safecrackers safecracking sarcasm sarcasms savagenesses screwing shakier shaky shrew shying shysters
-0.9 silliness skeptic slashed smothered sneaky snobbish snubbing stammer stammered stopped stuttered subversive
-0.9 suspected tears tenses tensioners timidest tits tricker trickster trivialization uncompelling unconcerned
-0.9 undecided unwanted vanity victimhoods vulnerability vulnerable weaponry weirdest weirdness weirdy whined whining
-0.9 wimpiest wimpy
-0.8 absentees accuse adversary adversely aggressor aversively bashfulness battlefronts battler bothers bribe
-0.8 cancelling charged cheerlessly combats comedones comedown complaining confronted controversial cramp derided
-0.8 devilfish devilwood droopy dumbbell dumbfounding dumpers empty envies envying exhaustibility fascists faultfinder
-0.8 feudal feudalized feudary foolfish foolscaps freakishly freebooting fumers geek gossipries gratings graveside
-0.8 grievant grimmest grimness grosses grouched indecision indifferent inhibitions intimidate irreversible isolate
-0.8 jerked lameness liabilities liability litigation litigious lowball lowdown lowed lows lurk mischiefs miserere
-0.8 mistakable mocker mongering monopolize nimby nosey offensives overselling overwhelms petty pissoir pityriasis
-0.8 postponed pressurises prickles prickling promiscuities provoking rebels resentenced resignedness rigidifications
-0.8 risker risky ruderal scarecrow scepticism shakeouts shyer slashes sobering stall stalled stalling stammerers
-0.8 stammers startler stinkhorns strainer strange strongyloidosis sulky teaseled teaseler tensional timorous toughs
-0.8 trickily tricksy trite trivialise trivialised unaware unbelieving unstoppable vociferous warmouths wellaway
-0.8 zealots
-0.7 accusing amoralism amoralisms anxiety apprehensiveness avert avoids awkwardness complainant confront daze dazed
-0.7 deferring depressurizing dilemma discarding dominative doomsayer drags emptied emptier emptiers empties
-0.7 exaggerating exhaustively ferocity feudalizing feudists flees franticness freeboot freeloader fumelike gossip
-0.7 gravestone grimiest grimily griming grossularites hide hides homesick ignorers indecisively indoctrinating
-0.7 keening lowballing lowborn lowse neurotics nimjd noisy noyb numbfishes numbs obsessed obsessives overreaction
-0.7 overstatements overwhelm paranoiacs passively pressurize pressurizers puzzled remorsefully remorsefulness resent
-0.7 resignedly rigidified rigidities rigidity rigidly riskily robed safecracker safecrackings scarecrows sceptics
-0.7 seriously shake shakily shakiness shaking shockingly shylocked shyly smarting snobbier solemnized startled
-0.7 stinkpots submissiveness suspecting teasers thwarting timidities timidly toughie touting trickier trickishly
-0.7 trickledown trivializations walkouts warship weird weirdnesses
-0.6 adverseness affected aggressing aggressive aggressivity anxieties apathies awkward badass battlegrounds
-0.6 bitterbrushes bittersweetness censored challengingly cock confronting confusedly craze crush defensively
-0.6 devilfishes dreadnought dumbcanes dumpcart dumpster emptying exaggerate exaggerates expose falling fatalism
-0.6 feudally flunkeys fumette geeky giddy gigo gloomy hardier heh hurtled immorality indoctrinates killdees lawsuits
-0.6 looms looses louseworts lowboys lowbrows miss moan moans nervously oversimplify perverters pressurise
-0.6 pressurising pricked prickliness pricky profiteering rebel resentences rigidifies screwier sentencing shakeup
-0.6 shittim shocker shortages solemnizing stopping stops strikers stubbornest toughies trembler tricked tricky
-0.6 trivialized trivializing viciousnesses victimologies vulnerabilities wavering weakfishes weirds whiners
-0.6 wisecracking worshipless
-0.5 aggresses alarming antagonizes barrier battleships battlewagons bitterweeds cocky colliding contradictories
-0.5 crazed crazing cutting damnedest dazedness demand depressurize detached dithering dominate dominatrix dorks
-0.5 dumbing exhaustive exposes fatalist feudality feudalize feudatories foreclosure freemartin gravel graveled
-0.5 gravels gravestones ineffective inferiors ironic isolations lamenters looming lowered lowers lowing lurking
-0.5 melancholia misericordes monopolizing nbif offline overwhelmingly oxymoron perversenesses pitilessness postponing
-0.5 pricket profiteered protested rapeseeds rebellion rig rigid screwers screwiness shakeups silencing snobbiest
-0.5 solemnified solemnifies startlement startlers startles strike tenderfoots tough toughing toughy tout tragedian
-0.5 tranquilizing tricks tricksier triviality trustbuster unconfirmed victimologist warships weirder wisecracked
-0.4 amusias apathetically averts axe bailout battlement battlements bias bitterns bitters blah blurry borer cautious
-0.4 challenged constrained costly dazedly defensemen defensiveness depressurizations dodging dominators dreadlock
-0.4 dreadnoughts embittered exaggerated exploit ferocious feudalities flirter foolfishes freaks freebasing freezing
-0.4 fumets funky geeks grating graveling gravelling greenwashing grossed grrr hard hid idk imposes imposing
-0.4 impressment indoctrinated inhibited inhibiting isolator isolators killocks liards lowerclassman lowlander moaned
-0.4 moaning nah neatherd nerves numbfish obsessively paradox parley pay peculiarly petrifications pressurised pretend
-0.4 pretends questioned questioning ragee reluctantly rigorously ruderals screw screwworm shook skeptics stinkweed
-0.4 stunned teaseling teaselled teasingly tenderfeet tensioned thwarts tragedienne tranquilizers trickie trickinesses
-0.4 trickishness vague victimologists vigorish warn warns weepie
-0.3 accidental alarmism apologizing apprehensively averted battlewagon bittersweet boreal borecoles collide
-0.3 complacent confronter cynics dazes defensives depressurization depressurized depressurizes determinantal
-0.3 dominations dumbcane dumbfounds dumplings dwellers dynamites emptins exposed fainthearted feudalization feudaries
-0.3 flatterer foemen freewheelers friendlessness grievers grosser grossing grossular grossulars hurtle imposed
-0.3 inhibitor killock lobbying lowlanders lowlights lowlihead maniacal mediocrity meh melancholic petrifactions
-0.3 pettier pressurizations pricker promiscuous rainy repressurize rigidify rigidness screwballs serious shakeable
-0.3 shaken shitake shittimwood snobbisms solemn sorry startlingly stealth stealthier stealths strainers teasing tmi
-0.3 toughest trickly trivium unmatched wimples winnow wisecracks
-0.2 amorphous amortised apprehensibly backs battlers bitterbrush bittern bitterroots bittersweets blam borecole
-0.2 boreholes champac champaks champerty clouded craziest defences domination dominatrices dragged dreadlocks
-0.2 dumbbells feudalisms fighters flirted freebooters gratingly impatiens indifference inhibin irony joypop leave
-0.2 lowdowns lowercased lowrider ludicrously nerdier nerdy nimq noob panicles pressurizes pressurizing prickers
-0.2 prickled screwball seriousness stinkbug stinkhorn strain swear teaselling tenderloin toughens toughness touted
-0.2 tragicomic tranquilized tranquillized tranquillizers trick trickling wag warsaws weakfish wimpishness wimple
-0.2 winnowers winnows
-0.1 adversatively agitato amazons amortize awaited bashful battleship boldfaced borescopes btdt champer champerties
-0.1 chilling crazier creditor dominances dumbfound dumbwaiters dwells feudalizes feudatory flirtations flirtatiously
-0.1 flirtier foetal freebase freeloaders freezers freezes fumes funneling funnelled geekiest grossularite hysterical
-0.1 joypoppers killdeers killie killifish killifishes lamella lamellae lamellibranchs longing lowland lowlands
-0.1 nerdish opportunistic overlooked panicums petrification preventing prizefight prizefighters repressurizing
-0.1 richweeds screwworms sentenced sillibub sillily stealthy stinkwood suretyship teasel teasels tenderfoot thwarted
-0.1 touts tranquilizer tranquilizes tranquillizer trembles trivial unbiased warsaw wellhole winnower winnowing
-0.1 wiseacres wisecrack wisecracker
0.1 aboard acquits amorists amorphously amortises backed backing boldfaces boldfacing boreen brooding commits creatin
0.1 defenseman defensibly defensive dwelling faille freeholders funnel funneled funnelling graticule harmonicas heron
0.1 heronry keens killick lamedh lamellas libertarianisms libertarians lobby lousewort lowriders matter matters
0.1 misericorde nasturtiums oversimplifies panicled paniculate peculiarities perfectionists piqued pressurized
0.1 pressurizer prevent prevented reach repressurized repressurizes retained richweed screwdrivers screwlike
0.1 securitizations shittah sigh sillimanite silly smartweeds solemnifying stealthily strongyls stuns successions
0.1 tenderize tenderized thrillers toughen toughened tranquillizes tricking trickled warstle weaponless wellhead
0.1 whitewash wisecrackers withdrawal
0.2 affronted amazonite amazonstones amoretti amortizations apologising apology ayc bashfully benignly boreens
0.2 calmodulin champaign champignons compelled contend crazes creatine delicate determinableness determinant
0.2 discounted dominantly dominants dominates dumbwaiter dynamiting escaping excitonic exhaustless foehns foetus
0.2 foetuses freeway freewheeler freeze geekier graticules gratins gratis grey impressionable infatuated isolatable
0.2 joysticks lamellibranch laughable libertinage nastic neath numbat opportunisms opportunist oversimplification
0.2 overwhelmed radians reaches relentless resentencing securitization sentences sillimanites smartweed smugly
0.2 startlements stealthiness strongyles supremacy swears teashops teaspoon teaspoonful tenderization tenderometer
0.2 tenderometers tragicomedy tranquil trickles vitalism warmblooded welly
0.3 amorettos amorphousness amusia authority awaits boldface challenge challenges champertous charmeuse clears comedo
0.3 committing convincers defenders diviner diving dweller dynamometer dynamometers dynamometric dynamos easel
0.3 energetics excitative exciton excuse explorations flatterers freeboard freemasonry freestyles freewheeled fumeless
0.3 hail hurtless intense keened landmark lowercase mandatory number opportunists oversells passionflower pensive pls
0.3 plz pmfji prevents prickets prizefights safetyman screwbean screwdriver securitize sentence shakers slickest
0.3 smilaxes solemnify solemnities solemnize startling strongboxes surprisers teas teaspoonsful tenderizes tenderizing
0.3 tolerances toughnesses tranquilize trustees verdicts victimology vindicate vitalist vitalists want welladay
0.3 whimsical wiseguys
0.4 admitted anticipation apologised apologize await beauticians benefice beneficiation brights bwahaha challengers
0.4 champignon charmeuses cleared creatinine darings defence defenceman defender defensibility delicatessen
0.4 delicatessens demonstration dumpling dwelled dynamiters easements enthral exempt expands fantastico flagship
0.4 flatter flattery flirtiest freelancers freelancing freesia freesias freestyler fumet funnels fysa gracilis gratin
0.4 importancies isolationism kidding legally libertarianism libertines longings meritocrat nasturtium numbles
0.4 opportunism painlessness passionflowers pretending prizefighting profiterole promisors radian reached resolvents
0.4 safes sentimentalising sentimentalisms sentimentalizations slicker speculative stealthiest suprematists
0.4 suretyships teaspoonfuls tenderizer tenderloins thriller tolerantly treasurers treasurership trivially trustor
0.4 vigorishes vigorousness vigours warmouth warmup welled wellies wisents yoyo
0.5 adorns ambivalent amortise amortizable assuror calmatives carefully challenger champagnes champaigns champers
0.5 commitments contender creationists daredevil defense devotees divinise dwell escapes excitor exclusive extends
0.5 feeling fervid flirtatious freehand freeholder freewheel freewheeling funnelform harmonicist herons idealogues
0.5 impressionisms impressionists impressments joker keener laidback launched legal lowe outmaneuvered panicle
0.5 popularises profiteers profiteroles reliant soothed stronghold strongmen supremacist teaspoons tendered
0.5 tranquillities treasurer triumphalist troubleshoots trusteeship unequaled vigorously wellheads wellsite yearning
0.5 zealous
0.6 activeness amoretto amortization amortizes benignancy blamelessness brisk careful challenging comedienne
0.6 contestable convincer crediting defencemen delicates dignitaries dominatrixes dynamometry dynamotor emotional
0.6 engagements engrossed fighter flatters flirtatiousness flirters flirty freewheels giggler graciles greets
0.6 guiltlessness harmonica honoraria humoral idealising impressure indestructible infatuation intellection intricate
0.6 invite joyridden keeners meritocracy methodical mmk nerdiest numberable peculiar peculiarity perfectas rapture
0.6 ratified scoop securers slap smilax solemnizes solid strongyl surpriser tenderer tendering tenders tensionless
0.6 trusteeships verdict vested victimless vitalised warming wishes worshipper
0.7 adopt adopts amazon amusable assets assurors blameless casually champing cleaner competitive convinces
0.7 convincingness creationism defenses dynamite escape excelsior extend favoritism favoritisms flirts freeboards
0.7 freedmen freehold freelanced freelances freemasonries freestyle freeware fumer growing guiltlessly heronries
0.7 honorarium idealists ijs inquisitive iou isolationist joyrider joystick longingly offenseless partiers peaceniks
0.7 perfectionistic pmji privileging profiter raptures relaxants resolved resolvent resolver resolves securitizing
0.7 sentimentalists smarted solemnization solutions spirit stout strongbox strongman surprisals tenderheartedness
0.7 toughed tougher troubleshooting vigilant worshipful
0.8 acquit activenesses admit adorned adornments adventuress agrees amortized amortizing amusingly apologises bargain
0.8 brilliantine casual chances chuckler crazyweed creationist debonair defensible determinate determinations divined
0.8 divines dominance doubtlessness entrusted excitons fine flawlessly flirting freebased freebases freestylers
0.8 freewheelingly freewriting fyi giggles glamourize guiltless harmlessness harmoniums idealisms idealogy ideals
0.8 important impressible impressionism inspirits intact intellections intellectively intellectualists
0.8 intellectualizing invigorated jho joyrides livelihood nurturers palatableness passive peacenik playing pmbi
0.8 prizers profiteer promisee radiancies reaching recommended retreat richens safelights sentimentalised
0.8 sentimentalist sentimentalize sentimentalizing significant sillies silliest smug solemnly solve substantial
0.8 succession superiorities supremacies swift top tranquillest tranquillizing treasury troubleshoot troubleshooters
0.8 unbelievable urgent vitalizations warmups worshippers xtc
0.9 acceptations adequate adorn adorners adventurers allow appeased appeases assurer attractancy audacious awarder
0.9 benignities blamelessly boldnesses buoyant certainties cheerleader clarifies compassionateness compelling consent
0.9 decisive determinable determinably determinatives divining doubtless dynamists dynamitic energies exhaustlessness
0.9 exploration fad flexible freeform graced grants grins hailed harmonicists harmonium harmonizations hhok
0.9 humoresques impression impressions innocenter intrigues jokesters joking joyriding libertarian livelihoods lown
0.9 loyalisms musm okay opportunistically optimizations pardoned perfectiveness perfectives popularizations prepared
0.9 profitwise promissory raptured recommends romanticized sentimentalities spark stimulate stimulated straight
0.9 successional successively successor surprised surprises tendernesses terrorless toughening treasuries
0.9 triumphalists validated vigour virtuosi visions warm wilco wiselier wishing worshipers worth
1.0 abilities acquitted adorning advanced advantage alright amazonstone amoristic appeasing beneficiate bffn
1.0 brightener brighteners certainty champed champy chance cleverish comprehensive conciliate consents convince
1.0 created cutesie dearies delicately determinacy dream easing endorsed engagers engages entertainers excitableness
1.0 exonerating favors flatteringly flexibilities freeholds freers freethinker freethinkers freewill frisky fulfills
1.0 gigglier giggly gracioso granted guarantee harmless heroicomic honorariums immortal impressionist interests jhomf
1.0 jokes joyrode justifiably keenly loyalism luckiness magnification neater plays pleasers poised popularizers
1.0 pressureless prizefighter prizer promisor readiness relaxant relaxations relievers resolvable richening
1.0 sentimentalism sillier steadfast stimulates strongholds successiveness superiors surefire surety troubleshooter
1.0 trustee trusties vigors virtuose vision warmers wells worshiper worshiping wowsers
1.1 acceptability accepted actives agreed agreements amuser appease apprehensible assurers attachments beneficed
1.1 benefices benignantly brightwork calmative certain chic chuckles chucklesome committed conciliated conciliates
1.1 consolable create creates creation creationisms definite desired determinateness determinative determinator
1.1 devotements divinations dynamics energy engager ensuring entitled excitatory faultlessness fearlessly fearlessness
1.1 fervent fitness forgive forgiveness freedman freelancer freer freestanding freethinking gigglingly god grandee
1.1 greeted grinned grinner happing helpers heroicomical humor humoured increased innocents invigorator jokey joyride
1.1 lenient loyalists meriting meritocrats merrythought neatens neats outreach painlessly palatably partyers
1.1 popularised profitabilities profitability promisees radiances relievable resolute respectiveness safeguarding
1.1 safelight salient securement sentimentalized sentimentalizes significance smarty sociability solved solves
1.1 strongly successionally successive successors supporter surprise surprising tnx tolerant txs vigor visioning
1.1 vitalise vitalises vitally vitals warmed warms well willingness worshipfully yolo
1.2 absolve admiralty admits adventurer adventurists alert amorino attachment attractor attractors avid awardees
1.2 beautician benevolentness blithe bolder champagne championed cheerio cheerleaders cheerleading cheerleads chuckled
1.2 chucklers chucklingly comedians comforters commit convivial creating creditableness determinately devotional
1.2 devotionals diviners doubtlessly dynamical dynamisms eased excitability excitants festivalgoers flatteries
1.2 forgivers freeborn freedoms freelance frees glamorising glorioles gracility grandees hago heavenwards helping
1.2 humored humoresque humorist hurraying idealize immune impressibility inspirators intellectualized intelligibly
1.2 invigorations invigorators jaunty jocular join joke laughableness laughably libertinisms lucking magnifications
1.2 neaten nicety ok opportuneness outgoing painless pardons partyer perfective playfulness popularising promisingly
1.2 prospect prospects radiants relaxins respectableness restore restores restoring romanticizing securities
1.2 sentimentalise sentimentality sentimentalization share shares singleminded sociabilities solidarity sparkling
1.2 stable stamina succeeder supportive surer surprisingly surviving swiftly tenderers tolerance tranquilly treasure
1.2 treasurerships trustors usefulness vital vitalities vitamin warmer wiser worship yeah yep
1.3 ability absolves acceptable acceptableness acceptation accepts achievable acquitting actively admiral adorner
1.3 adornment adventure adventured adventuresomeness adventurously agreeablenesses amusers apologized assures
1.3 assurgent attractant awarders benign benignity bolds boosts calm calmly calms comfortableness competent
1.3 conciliating cool curious cutely desirable desirous eases easygoing embrace endorse endorsement entertain expand
1.3 fair faithed fan fantasticalness favorer favouring festivalgoer flattering flexibly freebee freebees freedwomen
1.3 fresh funnies funnymen glamorise gracing granting gratify greet harmonies harmonised heros honorers huge humorists
1.3 idealizer importantly improvements improvers incentives increase inspirited intellectualistic inviting
1.3 invulnerable joked joyriders kewl laoj leet meaningful meritoriously nbd neatening neatness novel nurturances
1.3 optimally optimistic original pardon perfectionism perfecto pleasantries please popularization popularize pray
1.3 profited prominent promise promiser protects radiantly redeemed reliefs relievo rescues respectfulnesses respects
1.3 responsible riskless romancer romances romanticises romanticists secures securing sentimental shockproof smartie
1.3 sok solution soothing sparkles spirited strengthen succeeders supported supremos sure surest sureties trustier
1.3 truth vitality vitalizing wises wisewomen youthful
1.4 advantaged adventures adventuresses adventurist adventurous agreeing applauds assurance assurances assure
1.4 assuredness attractants benefic benevolently boosting brightnesses certainly charitably chuckling clevernesses
1.4 contented contentedness creditabilities daringness delectables determined devote diamond dignities dynamist
1.4 easefully easily endorses engage engaging enthusiasts excited exciters exultantly favorers flexibility forgave
1.4 forgivingly freehanded funnyman gains gentler gigglers giver giving gladly glamors harmlessly harmonising
1.4 harmonizing heavenward helper highlight honorary honorific humerous idealise idealizations idealizing importancy
1.4 innocent innocently intellectually intelligible irresistible keenness lawl magnificoes meditative merited
1.4 motivation neatly ntmu nurture openness partied partier perfecta perfecters play played popularizes prays pride
1.4 promotes proudhearted radiance radiancy reassurances reassure relaxers relievedly resolvers respectively restored
1.4 revive robust safeguards safekeeping secure securely secureness securitized security shared solving strengtheners
1.4 superiority tenderest thks validates validating value valuing vitalizes warmish welcomed welcomer wellsprings
1.4 worships worthwhile
1.5 absolved acceptably admirals admires advantageous advantages adventurism affectionally affections agree amusement
1.5 amusements apologizes applauded appreciators asset assured attract beneficences boldly boldness boosted brightens
1.5 brightly calmer charminger cheerled comedy comfort contentment courtesy coziness creatively credited credits
1.5 cutesier cuteys cutie daring devotement dynamically dynamistic eager ease easeful easygoingness efficiency elation
1.5 encouraged encourager encouragers energizations engagingly enthusiast excitabilities excitable fantasticate
1.5 festivals fiestas fit freehearted freemen giggled giggling gloriole grant gratifies greater grinning harmonics
1.5 harmonizes honoraries humoristic idealities importance impressionistic incentive inspiratory intellectualization
1.5 intellectualize intellectualness intelligencer intelligentsia intelligibility intelligibleness interestedly
1.5 invigoration jewel jokester keen kissers like loyalist mercy natural niceties nurtural opportunely optimal
1.5 optimizer perfectible perfectionist pleasanter popularizing praying privilege promised promoting ready reassurance
1.5 reassures recommend relaxedly relaxes relieve reliever relieves relieving responsive restful romanticization
1.5 safeguarded safeness safeties satisfactoriness satisfactory scrumptiously securer sincerities smartened smartens
1.5 smartly smartnesses smile smileys sociableness soothe supportiveness supports surefootedness surprisal survivor
1.5 sympathy tenderhearted thank thrill thrills thx tranquilities tranquilness truer trustfully validate vigoroso
1.5 virtues vitalized warmness wealthy wellspring wised
1.6 absolving accept acceptabilities acceptant accepting admiralties admirations admiring adores advantageousness
1.6 advantaging agreeably alive amorist amusing apologise appreciativeness assuredly assuring astonished beaut
1.6 benefits blessedness bold boldest brighter brightness calmed calmest calmnesses capable captivated
1.6 charitablenesses cherish clear comedian comediennes commitment compassionated compassionates compassionating
1.6 convincingly creations creativity credit darlingly dear delighting devotedly devotee devotes divinatory dynamic
1.6 dynamism eagerly eagers easement easiness efficiencies elegancies enchanted energization ensure entertainer
1.6 enthuse exonerates favorably favourer favourers flattered focused foolproof forgivably forgiven freedwoman
1.6 freeness freest friendships funninesses gained glamorization glamorizers glorifiers graces gratification gratified
1.6 greeting grinners growth harmonized harmonizer harmonizers helps holidays honourers hoped hopefulness huggable
1.6 hugger humorous humors idealist impressionistically innocence innovation integrity intellectuals intelligencers
1.6 intelligences kissed liveliness lts luckie lucks lylb merrythoughts motivate niceness nurturance opportunities
1.6 optimisation optimises optimists optimization palatable partying passional peacekeeper peacekeepers peacekeepings
1.6 perfects picturesque playfully popularise popularities positivism prettied privileges profitably profiting
1.6 promisers promises promote protect relaxer relieved relishing resolve resolving respecters revives rewarder
1.6 safeguard satisfactorily securitizes smarts sociably stressless stresslessness stronger stunning surefootedly
1.6 thoughtful tranquilest trustily trustiness trustingly trustingness unified untarnished vindicates vitalization
1.6 vitalize welldoers welling wiseliest worshipfulness worshipping xqzt yvw
1.7 acceptances accomplishes active admirers adorer adventuresome adventuristic amuse amuses amusive appreciate
1.7 appreciations appreciatory approves astound attracts awarded beautifier beautifiers beauts beneficialness
1.7 benefitted benevolence blessedly boost calming calmness carefree charitable charm cheerer cheerlead chuckle
1.7 clarity clean clearly comedic comedies comforting comfortingly compassionately complimentarily compliments
1.7 convinced convincing creativities creditably definitely desire determination devoted dignity divination dreams
1.7 eagerness efficiently empathetic energizers engaged enlightens entertained enthuses exhilarating fantasticality
1.7 favor favorited flirtation forgivable forgiver forgives freed freeman freenesses friended funnier gallant gga
1.7 giggliest givers glamorize gracile grander hardy harmonize harmony healthy heavens help hilarious holiday honorer
1.7 honorifics hopefully hugged humouring idealism idealistically impressiveness intellective intellectualities
1.7 intellectuality interested interesting interestingly jollities justified kisser laugher laughers liking livelier
1.7 livelong meritoriousness merits merrier merrymakers neatest nifty nurturant opportune optimised optimising
1.7 pardoning parties party peaceable peacemaking pleaser pleases positivists pretties promising rapturous reassured
1.7 reassuring reinvigorating relaxin respectably respectfully romancers romantic romanticise romanticised safest
1.7 secured sincere smart smartening smarties smiler smiley special splendiferousness strengths strongish support
1.7 terrifically thoughtfully treat trusting truthfulness valuableness values virtuosa warmest warmly welcomes wish
1.7 x-p yeees yes
1.8 accomplish admirer adored adventurousness affectioned agreeable agreeableness amorous amused amusingness applause
1.8 appreciatively approved astounded astounding attracted attractions attractiveness awardee beatific beautifies
1.8 beneficiaries bless cared championing champs charity cheerers comfortably comforted complimented creativeness
1.8 creditable cutes dearly deliciousness devotions dignify divinities easier easiest efficient elegances
1.8 encouragement energetically enjoyably entertainment excitant excitation excitations exonerate exonerated faith
1.8 faithfully faiths favored favoring favorites favoured favours foaf forgivingness freebie freebies friending
1.8 friendlily fulfilled funniness funning gaining generously genial gentlest giggle glamorised glamorizing grace
1.8 gratefuller gratifications greetings hahas harmonic harmoniousness harmonise helpful heroines honesties honourer
1.8 hopes hoping huggers hugging hurrayed idealistic idealization idealized ideally improver improves improving
1.8 inspiring inspiriting intellects intellectualizes interestingness jollity kiss kissy lighthearted liked likes
1.8 livelily lmbao lol lucky magnifico marvel mature merit nice once-in-a-lifetime opportunity optimisations optimizes
1.8 peaceableness perfecter perfectibility popular popularizer popularly positivisms powerful proactive progress
1.8 promoted reassuringly reinvigorates rescued respectabilities respective romantically romanticize romanticizes
1.8 rotglmao safer safety satisfied satisfies saved sharing sincereness sparkle strengthened strengthener succeeded
1.8 sunny talent tenderly tenderness thankfully tranquility tranquillity treasures true trustworthiness truths united
1.8 usefully vindicated virtue virtuosas virtuosos virtuously vivacious warmhearted wellborn winnable winned wisely
1.8 woot
1.9 accomplished advantageously affectional affectionate agog agreeability appreciating attractive awarding
1.9 beautification beneficial benefitting benevolences better blessers braved braves bright brighten brilliants
1.9 championship charitableness charmer charms cheerfuller cherishers classy comforter commend commended complimentary
1.9 considerate contentedly creative creditability creditworthiness cutenesses dearer dears deary deliciously
1.9 dignitary easy effectively elegantly encourages energetic energising enjoyable enjoyableness entertaining
1.9 entertainingly enthusiasm enthusing esteemed excitements exciter excitingly faithful faithfulness fame fave favour
1.9 fearless fond fondly forgiving fortunate freely friendship fulfill funnily funny gallantly gentle gift glamours
1.9 good hak handsomely harmoniously harmonization helpfulness heroizing honester honorarily hope hurrahed ideality
1.9 idealizers impress improve influential innocency innovative inspirator inspires inspirit intelligential invigorate
1.9 jovial keenest kissably laughings lively loyalties lucked luckier nicely nicer nurtured nurturer nurtures
1.9 optimality optimise peacefuller playful pleased pleasurability pleasures popularized positivistic praiseworthily
1.9 preciousness privileged profit profitable profits protected proudful reinvigorated rejoice relax respectable
1.9 respectfulness rewarders richened richly romanticist romantics safe satisfaction satisfiable satisfyingly
1.9 sentimentally smarten sociable splendiferously stimulating strongest sunshiny supporters supporting supremo
1.9 surefooted surely thanked thankfuller thanks thoughtfulness thrilled tranquiler triumphalisms truest truly truster
1.9 truthfully urw useful valued welcomely welcomers welcoming wellness wiseness worthy
2.0 acceptance amorousness aok applaud attraction awards benefit blesseder braveries breathtaking brilliantines
2.0 carefulness cares charmed cherishable cherishing clever cleverer compassion cute cutiepie dearness dedicated
2.0 delighter delights devotedness devotion dignifies encouragingly energizing engagement enjoyments enthused
2.0 enthusiasms excel fab fantastical fascinates faultless faultlessly fav favorite festive friendlier friendliness
2.0 ftw gently glad glamourous glorification goodness graceful grand grateful gratifyingly gratz haha handsomer
2.0 harmonious heroized hhoj honestly hugz humourous idealises idealizes impressively improvement innovates inspirers
2.0 intellect intellectualist intelligent intelligently interest invigoratingly jewels jollies jollifications kindness
2.0 kissable laughed likeable luck lulz marvels merriments mirthfully mml motivated neat neatened noble nurturing
2.0 optimisms optimized optimizing passion peaceably peacekeeping peacemaker pleasantry positivist praiser praisers
2.0 prizes rejoiced relaxedness respectful rewardable romancing romanticizations satisfy satisfying serene sincerer
2.0 sincerest smarter smartness smiling splendors sprightly strengthens suave sureness sweet talents thankfullest
2.0 thrillingly triumphal triumphs truthful virtuoso virtuousness warmth wealthily welcome welcomeness wows
2.1 admire adorably adorers amazedly ambitious applauding approval ardent astoundingly astounds attracting
2.1 attractivenesses beautified beautifuler beneficiary brightened champ charmers cheerfully cheerfulness cheers
2.1 comedically comforts compliment confidently courageousness cutesy cutey daringly delightedness delightfulness
2.1 devoting dignifying effective elegance elegancy elegant encouragements energised energize energizer energizes
2.1 excite excites fantasticalities fascinated favorable festivities fiesta freeing friends glamor glamorises
2.1 glamorized glamorously glories gorgeousnesses grandeurs gratefully grin harmonically heartwarming heroize honoree
2.1 honourable honouring hug humoring humour hurrahs idealised impressed impresses improved inspirations inspiritingly
2.1 intelligence invigorates invigorating jollify liveliest loyal loyally medal meritorious nicenesses okays
2.1 optimistically optimizers peacefulness peaces peacetimes perfectibilities perfectively pleasantly popularity
2.1 prettier prosperous proud radiant rejoices relief respect respected respecter rewards richnesses roflcopter
2.1 romanticisms satisfactions scrumptious sincerely slaw smiles splendidly sweeties sweetly terrific thankfulness
2.1 thrilling treasuring triumph trueness trustability trusted trustful trustfulness trusts valuable valuables vbg
2.1 virtuosity vitalising vwp winners wise wisest woo wtg
2.2 admirableness adorability adorable adorations affectionately agreement amazed amazements amazes amusedly
2.2 attractively beneficently benignant blessing bravery care caring championships charities charmingly cheeriest
2.2 cherisher cherishes compassionate confident congratulate courage cutesiest cuties darlings dearie devotionally
2.2 dignified energise energises enjoy enjoyer enjoyers enlightened enthusiastic excelled excitement exciting
2.2 fascination favorableness festival festively festivity friend friendlies friendly funner glorifies gracefuller
2.2 gracefulness gratefulness hagd hagn hand handsome heroisms heroizes honesty honor honorability honorableness
2.2 honorifically honoured honours hugs innovate inspired inspirer intellectualism invincible jollification joys
2.2 kinder kindly kmuf laughing laughs laughter laughters lovelies merriness merrymaker merrymaking motivating nicest
2.2 optimize passions peaceful peacetime perfectivity positivenesses praised preciously pretty prouder reinvigoration
2.2 relaxed relaxing respecting rewarded richness romanced romanticism safely save splendorous splendour splendours
2.2 splendrous strength strengthening succeed succeeding succeeds successfully sunshine superiorly supremest sweetie
2.2 sweetness sweets triumphed trustiest trusty virtuosic wealth wealthier wealthiest
2.3 admired admiringly adventuring amoroso amorously appreciated appreciates appreciation beautify beautifying beloved
2.3 beneficent bravely bravest brilliancies cheer cheered cheering cherished cleverly cleverness comfortable
2.3 complimenting confidence courageously courteous cuteness cuter darlingness dauntless delighted delightsome
2.3 divinize earnest ecstasies ecstatic encourage energized enjoyed enjoys enlighten enlightening enterprising
2.3 entertainments ethical excitedly flawless free fun funned generosity generous glamorous glorified glorifier
2.3 gorgeously graciously gratifying gratitude heaven heavenlinesses helpfully heroes honest honorees honoring honors
2.3 hooray hopeful humorously impressive inspirational inspirationally intellectual iyq jolly jollying joyance kfy
2.3 kindnesses kisses kudos laughingly liberties luckily magnific magnificences muah passionateness perfecting
2.3 pleasant pleasantness pleasantnesses pleasured positiveness positiver positivity prize prizewinner reinvigorate
2.3 rescue revered smilingly splendidness strong sunnier supremeness supremer survived swak sympathetic talented tgif
2.3 tia tops triumphantly triumphing trust trustable trustworthily valuably vip winningly woohoo xoxozzz
2.4 admirability adoringly affection awardable beauties beautifications beneficially brave braver champions
2.4 charmingest cheerly congrats courageous creditworthy delightedly encouraging enjoying entertains excellencies
2.4 fabulous fascinate festiveness gain generousness glamorizer glamorizes glamour gloried glorifying gracefully
2.4 graciousness grandest grandeur handsomeness happier heroically heroics honorably humorousness hurrahing hurrays
2.4 ideal inspiration jollied jollier joyfuller justice kind liberty lovers magnifical magnifically magnificence
2.4 merrily merriment merrymakings optimist passionate passionately peacefully peacemakers pleasing pleasurable
2.4 pleasurableness positively positives praises praiseworthiness prized prizewinners profitableness relaxation
2.4 respectability rewarding rewardingly richer riches richest sexy sgtm sunniest triumphant vibrant virtuous
2.4 visionary wealthiness winning wisdom worshiped yay yummy
2.5 aas admirably admiration adorableness amaze amazement award beauteous blessings bonus brightening bwahahah
2.5 cheerful cheerily cheeriness excellences excellency excelling excels fascinating fondness fwb gla glory heartfelt
2.5 honorable impressing jolliness joyfully joying lmfao loyalty masterpieces merry mwah optimism peace perfections
2.5 praising roflmao rotflmfao self-confident smiled superior treasurable tyvm welldoer winnings wowing ywia
2.6 admirable adore adoring appreciative appreciator beauteously beautifulest beautifulness blesser blesses bonuses
2.6 brilliancy cheerier cheery cleverest dearest delighters divine enjoyment enthusiastically fantastic friendliest
2.6 funniest gallantry generosities gloriousness gracious hahaha handsomest happily happiness hero heroic hurrah
2.6 inspiringly laugh lylas mirth pleasantest pleasurably positive positivities praise praiseworthy proudest proudly
2.6 ptl remarkable rich romance rotfl securest sophisticated splendiferous successes supreme treasured trustworthy vwd
2.6 wowed x-d
2.7 aayf beauteousness beautifully benevolent bliss celebrate celebrated celebrates celebrating delicious delightfully
2.7 divinest divinity excellent glorify happy heavenliest heavenliness heroine honour hurray iluaaf inspire jollily
2.7 joyfulness kissing lmso lolz loves lovingness lylab merriest mirthful overjoyed perfect perfected perfection
2.7 pleasure precious prettiest reward rofl romanticising sfete splendent success successfulness supremely
2.7 tenderheartedly thankful warmheartedness wins won wonderful worshipped
2.8 alol amazing beauty beneficence blessedest brilliant charming cutest darling delectably delightful ecstatically
2.8 exhilarates exuberant fabulousness godsend gracefullest heroism honored joy joyousness lifesaver lovely lover
2.8 loverly miracle pleasuring pukka rejoicing rotflmao sete splendid successful sweethearts tenderheartednesses win
2.8 winner wow
2.9 adoration ambw beautiful bff blessed blissful blockbuster brilliance brilliances champion congratulation
2.9 congratulations delectable delight divinely ecstasy ecstatics funnest gleeful gloriously gorgeousness heroical
2.9 jolliest joyed joyful joyously lmao loved loving luckiest magnificent marvelous positivest rotgl soulmate super
2.9 wonderfully wonderfulness
3.0 amor brightest brilliantly enrapture exhilarated exultant gorgeous hallelujah heavenlier heavenly honestest
3.0 jubilant lovable lyb outstanding perfectness prizewinning rotflol smartest splendor xlnt xoxo
3.1 awesome excellence excellently great joyous lyl masterpiece peacefullest perfectest superb vbs
3.2 best cheerfullest elated euphoric freedom glee glorious greatest happiest love lovingly paradise perfectly
3.3 ecstacy euphoria lya sweetheart
3.4 aml ilu ily magnificently
`;
