/**
 * What customers of the story write. A comment is one sentence of its touchpoint and mood, sometimes with a second one
 * of the same mood or of the persona. `since` are sentences that only make sense after a change.
 */
export type Mood = 'low' | 'middle' | 'high';
export type Voice =
  | 'coverage'
  | 'plans'
  | 'advisor'
  | 'checkout'
  | 'welcome'
  | 'booking'
  | 'technician'
  | 'router'
  | 'help'
  | 'bill'
  | 'renew'
  | 'lumen';

type Sentences = Record<Mood, readonly string[]> & { since?: Partial<Record<Mood, readonly string[]>> };

export const VOICES: Record<Voice, Sentences> = {
  coverage: {
    low: [
      'It could not find my street, although next door has you.',
      'The map said yes, the next page said maybe.',
      'My postcode has forty houses and it only offered three.',
      'It wanted my phone number before it told me anything.',
      'The new building is not in your list yet.',
      'I typed the address four times until it took it.',
    ],
    middle: [
      'I got an answer, but not how fast it will really be.',
      'Fine, only ‘up to’ tells me little.',
      'It worked after I left out the flat number.',
      'Would be good to see when fibre comes to our road.',
    ],
    high: [
      'Told me in ten seconds.',
      'Postcode in, answer out, as it should be.',
      'I liked that it said what speed the house really gets.',
      'No sign-up before the answer, thank you.',
      'Even found the new flat numbers.',
      'Clear yes, clear date.',
      'Did it on my phone on the bus.',
    ],
  },
  plans: {
    low: [
      'Four plans and I still cannot tell which is faster.',
      'The price after twelve months is hidden in the small print.',
      'Every plan is called something with ‘Plus’.',
      'I had to open three tabs to compare two plans.',
      'What does ‘ultra’ mean in numbers?',
      'I gave up and phoned.',
    ],
    middle: [
      'Got there, with a pen and paper.',
      'Speeds are clear, what the router costs is not.',
      'A simple table would do.',
      'Okay, but I do not know whether I need the bigger one.',
    ],
    high: [
      'The table made it easy to choose.',
      'Price per month, no tricks, that is all I want.',
      'Picked one in two minutes.',
      'I liked the line that says who each plan is for.',
      'The comparison showed the real cost over two years.',
      'Filtered by price and was done.',
    ],
    since: {
      low: [
        'Where has the comparison table gone?',
        'The new page makes me click through every plan one by one.',
        'The old table fitted on one screen, now I scroll and forget what I read.',
        'The new cards hide the upload speed behind ‘more’.',
        'Since the redesign I cannot see two prices side by side.',
        'Pretty pictures, but I can no longer compare anything.',
        'It keeps recommending a bundle and I only want internet.',
      ],
      middle: [
        'The new page looks nicer but takes longer.',
        'I would like the old table back.',
        'The cards are fine on the phone, not on a laptop.',
      ],
      high: ['Found the small link to the full table, then it was quick.'],
    },
  },
  advisor: {
    low: [
      'She tried to sell me television three times.',
      'Twenty minutes of music before somebody answered.',
      'He read me the web page I had in front of me.',
      'I was promised a call back and nobody called.',
      'The advisor did not know about the offer in your advert.',
    ],
    middle: [
      'Friendly, but I knew most of it already.',
      'Good answer, long wait.',
      'He could not say when the line would be ready.',
      'She had to ask a colleague twice.',
    ],
    high: [
      'Ana answered what the site would not.',
      'He talked me out of the bigger plan, that was honest.',
      'She listened first and then recommended.',
      'Two questions, two answers, no sales talk.',
      'I felt taken seriously.',
      'The advisor knew my street and its cabinet.',
      'He stayed on the phone until the order was in.',
    ],
  },
  checkout: {
    low: [
      'It lost my card details when I went back one page.',
      'Why do you need my date of birth for broadband?',
      'The voucher code did not work.',
      'It timed out while I looked for my bank details.',
    ],
    middle: [
      'One page too many, otherwise fine.',
      'I was not sure whether the order went through until the mail came.',
      'Okay. The terms are very long.',
    ],
    high: [
      'Smooth.',
      'Done before my tea was cold.',
      'I could see every cost before I paid.',
      'It remembered the address from the check, lovely.',
      'Paid with my phone in one tap.',
      'The summary at the end was exactly what I had chosen.',
      'Best checkout I have seen from a provider.',
      'No account needed before paying, finally.',
      'Said clearly what happens next.',
    ],
  },
  welcome: {
    low: [
      'It says ‘we will be in touch’ and not when.',
      'Three links and none of them is for booking the engineer.',
      'It greeted me with somebody else’s first name.',
      'Went to spam and I missed the date.',
    ],
    middle: [
      'Nice, but I still do not know the date.',
      'Too long, the one thing I needed stands at the bottom.',
      'Friendly words, little information.',
    ],
    high: [
      'Everything in one mail: what, when, who.',
      'The little timeline is great.',
      'Good to know what comes next.',
      'Short and friendly.',
      'I forwarded it to my partner and he understood it at once.',
      'It answered my question before I asked.',
    ],
  },
  booking: {
    low: [
      'Three calls to get a date, and nobody had my order.',
      'I told Sales everything and had to tell it all again.',
      'The person on the phone had never heard of my order.',
      'Why does the form ask for my address again?',
      'I explained the intercom to four different people.',
      'No slot for three weeks, and no reason why.',
      'They gave me an order number that the booking line does not know.',
      'Each department says the other one has my papers.',
      'I repeated my name, address and order number on every single call.',
      'The advisor promised Saturday, the booking team laughed.',
      'Only weekday mornings, as if nobody had a job.',
      'Nobody called back, so I started from the beginning again.',
      'Passed around between two teams, each with its own form.',
    ],
    middle: [
      'Got a date at the second call.',
      'The slot is fine, getting it was not.',
      'I had to repeat my order, then it went quickly.',
      'A whole day as a time slot is a lot to ask.',
    ],
    high: [
      'The new calendar page worked first time.',
      'Got the very next day, thank you.',
      'A text with the time and the name, perfect.',
      'The lady found a Saturday for us.',
    ],
  },
  technician: {
    low: [
      'Came on time and left without testing the line.',
      'I waited in from eight to six and nobody came.',
      'He drilled through the skirting and left the dust.',
      'The engineer did not know we have fibre in the cellar.',
      'Somebody rang once and drove off.',
      'He said the rest is done by another team, some day.',
    ],
    middle: [
      'Polite, but it needed a second visit.',
      'Works now, two hours late.',
      'He had the wrong router in the van.',
      'Fine in the end. Nobody told me it takes two hours.',
    ],
    high: [
      'He tested every room before he left.',
      'On time, tidy, and explained the box.',
      'Shoes off and a joke for the kids.',
      'Called ahead when he was ten minutes away.',
      'Up and running in half an hour.',
      'She even moved the socket to where I wanted it.',
    ],
  },
  router: {
    low: [
      'The password on the sticker is too small to read.',
      'The booklet shows a different box.',
      'The app wanted a code that never came.',
      'An evening lost, and the bedroom still has no signal.',
      'Red light, no idea what it means.',
    ],
    middle: [
      'Worked at the second try.',
      'Fine for me, my mother could not do it.',
      'The app is good, the paper guide is not.',
      'I would have liked to choose the network name.',
    ],
    high: [
      'Plugged it in and it worked.',
      'The card with three pictures is all you need.',
      'The app found the dead corner and told me where to put the box.',
      'Five minutes, and I am no technician.',
      'All my devices came back by themselves.',
    ],
  },
  help: {
    low: [
      'I was told to restart it. Three times.',
      'Nobody could see what the last colleague had done.',
      'The line dropped while I was on hold.',
      'Closed at six, I work until six.',
      'Still slow in the evening, nobody says why.',
    ],
    middle: [
      'Solved, after a long wait.',
      'Nice person, but I had to explain it twice.',
      'It works again, I still do not know what it was.',
      'Helpful, only the menu at the beginning is endless.',
    ],
    high: [
      'Fixed while we were talking.',
      'He saw the fault from his desk at once.',
      'She rang the next day to ask whether it still works.',
      'No script, just help.',
      'Patient with an old man, thank you.',
      'They credited the two days without my asking.',
    ],
  },
  bill: {
    low: [
      'Why is the first month more than I signed up for?',
      'Part of a month, plus a month ahead, minus something: who understands this?',
      'The activation fee was never mentioned.',
      'I needed a calculator for my own bill.',
      'It charged for the days before the engineer came.',
      'The discount is missing.',
    ],
    middle: [
      'Correct, as far as I can tell.',
      'I understood it after the second reading.',
      'Okay, but please say why the first one is higher.',
      'The amount is right, the layout is not pretty.',
    ],
    high: [
      'Exactly the price I was told.',
      'No surprise, good.',
      'Arrived early enough to move the payment day.',
      'The discount was there from the first month.',
    ],
    since: {
      high: [
        'Finally a bill in plain English.',
        'The new first page says in one sentence why the first month is higher.',
        'The little picture of the split month explains it all.',
        'Clear, and half as long as my gas bill.',
      ],
      middle: ['Much clearer than my friend’s bill from last year.'],
    },
  },
  renew: {
    low: ['I could not find where to take the contract to the new flat.'],
    middle: ['It worked, but I had to call to confirm.'],
    high: ['Kept my price for another year with one tap.'],
  },
  lumen: {
    low: [
      'Good internet, bad at talking to each other.',
      'Getting the appointment took longer than moving house.',
      'I would recommend the line, not the company around it.',
      'Too many people who do not know my order.',
      'It is slower in the evening than you say.',
      'My neighbour pays less for the same.',
    ],
    middle: [
      'Works well now, the start was hard.',
      'Fine, like any other provider.',
      'I wait for the second bill before I recommend anybody.',
      'Good price, a bit of luck with the engineer.',
      'Ask me again in a year.',
    ],
    high: [
      'Never a dropout since day one.',
      'Signing up was a pleasure, and the line just works.',
      'Fair price and honest advice.',
      'I already told two colleagues.',
      'When something broke, somebody fixed it.',
      'Fast, and I never have to think about it.',
      'They said the date and kept it.',
    ],
  },
};

/** Voices of those who are not online yet: what they say of their own life fits here only. */
export const BEFORE_CONNECTION: readonly Voice[] = [
  'coverage',
  'plans',
  'advisor',
  'checkout',
  'welcome',
  'booking',
];

/** A second sentence from the persona's own life. */
export const LIVES: Record<'Mover' | 'Renter', Record<'low' | 'high', readonly string[]>> = {
  Mover: {
    low: [
      'We move in nine days.',
      'The van is booked and I need to know.',
      'With two children and forty boxes I have no time for this.',
      'I cannot work from the new house without it.',
      'I am packing up a house, not studying your company.',
    ],
    high: [
      'One worry less before the move.',
      'In the middle of a move that means a lot.',
      'With forty boxes around me I am glad of every quick step.',
      'If only the rest of the move were like that.',
    ],
  },
  Renter: {
    low: [
      'It is my first contract, so please explain it.',
      'I do not know what is normal, and nobody says.',
      'My friends told me it would be like this.',
      'For my first flat I had hoped for more.',
    ],
    high: [
      'Good to know for a first flat.',
      'As a first-timer I was afraid it would be harder.',
      'And I have never done this before.',
      'My flatmate now wants the same.',
    ],
  },
};
