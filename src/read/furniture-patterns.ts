/** One kind of furniture: a row of FURNITURE_PATTERNS. */
export interface FurniturePattern {
  readonly id: string;
  /**
   * Matched against a line without the white space around it, at most 400 code units. A group `names` must hold names
   * of people, papers and places only, for "Reporting by Jane Doe" is furniture and "Reporting by papers led to …" not.
   */
  readonly pattern: RegExp;
  /**
   * LINE: the whole line. SIGN_UP: the whole line, and what stands with it in one box. LIST: the whole line, and the
   * headlines right under it. CREDITED: the whole line where it is as short as a caption, else what `pattern` matched.
   */
  readonly extent: 'LINE' | 'SIGN_UP' | 'LIST' | 'CREDITED';
  /** A line that it marks. */
  readonly example: string;
}

/** A line in which someone says something is the writer's, whatever word it opens with. */
const NO_SPEECH =
  '(?!.*\\b(?:said|says|saying|told|tells|wrote|added|urged|asked|warned|reported|announced|according)\\b)';
const MEDIA = 'photo(?:graph)?s?|images?|pictures?|video|footage|graphics?|illustrations?|maps?';
const NETWORKS =
  'twitter|facebook|instagram|whatsapp|telegram|youtube|linkedin|threads|bluesky|mastodon|tiktok|reddit|pinterest|social media|x';
/** What may stand within brackets. */
const INSIDE = '[^()\\[\\]]';
const LETTERS = 'news ?letters?|mailing list|e-?mail (?:list|alerts?|updates?)|news alerts?|inbox';

/** Every kind of furniture that newswire texts carry; the first row that matches a line decides. Examples are invented. */
export const FURNITURE_PATTERNS: readonly FurniturePattern[] = [
  {
    id: 'NEWSLETTER',
    pattern: new RegExp(
      `^${NO_SPEECH}(?:please )?(?:sign ?up|subscribe|register|join)\\b.{0,150}\\b(?:${LETTERS})\\b`,
      'iu',
    ),
    extent: 'SIGN_UP',
    example: 'Sign up for the Harbor Brief, our free newsletter.',
  },
  {
    id: 'BRIEFING',
    pattern: /^get (?:our|your)\b.{0,60}\b(?:briefing|digest|bulletin|round-?up|news alerts)\b/iu,
    extent: 'SIGN_UP',
    example: 'Get our weekly harbor digest. Already a subscriber? Log in.',
  },
  {
    id: 'SIGN_UP',
    pattern: new RegExp(
      `^${NO_SPEECH}(?:please )?(?:sign ?up|subscribe)(?: (?:here|now|today|for free|to (?:read|continue|unlock)\\b.{0,60}|(?:to|for) our\\b.{0,60}|(?:to|for) (?:the|more)\\b.{0,40}\\b(?:brief|briefing|digest|bulletin|alerts|updates|letters?|news)))?[.!:]?$`,
      'iu',
    ),
    extent: 'SIGN_UP',
    example: 'Subscribe to our daily digest',
  },
  {
    id: 'IN_YOUR_INBOX',
    pattern: new RegExp(`^${NO_SPEECH}[^"“].{0,150}\\b(?:in|to|into) your (?:e-?mail )?inbox\\b`, 'iu'),
    extent: 'SIGN_UP',
    example: 'Get the Courier’s best stories in your inbox:',
  },
  {
    id: 'THANKS',
    pattern: /^(?:thank you|thanks) for (?:signing up|subscribing|registering|your (?:subscription|interest))\b/iu,
    extent: 'SIGN_UP',
    example: 'Thanks for signing up!',
  },
  {
    id: 'ENTER_ADDRESS',
    pattern: /^(?:(?:enter|add|submit|provide) )?your e-?mail(?: address)?(?: (?:here|below))?[.:*]?$/iu,
    extent: 'SIGN_UP',
    example: 'Enter your email address',
  },
  {
    id: 'SIGN_UP_TERMS',
    pattern:
      /^(?:by (?:signing up|subscribing|registering|clicking|providing your e-?mail)\b.{0,80}\byou\b|you (?:can|may) (?:unsubscribe|opt[- ]out)\b|already (?:a subscriber|have an account|signed up|subscribed)\?|unsubscribe\b.{0,40}$|manage (?:your )?(?:newsletters|subscriptions?|preferences)$)/iu,
    extent: 'SIGN_UP',
    example: 'By signing up, you agree to our terms of use.',
  },
  {
    id: 'READ_MORE',
    pattern: new RegExp(
      `^(?:[>»→▶•*[-]+ ?)?${NO_SPEECH}(?:read|see|watch|view|find out|learn|show|hear) (?:more|also|next)(?:\\s?[:»>→…–—-].*|\\.{0,3}\\]?|(?: (?:about|on|at|in|from|here)\\b)[^.!?]*)$`,
      'iu',
    ),
    extent: 'LINE',
    example: 'Read more: What we know about the dock strike',
  },
  {
    id: 'FULL_STORY',
    pattern: new RegExp(
      `^${NO_SPEECH}(?:(?:click|tap|go) (?:here|on the)\\b|(?:read|see|view|open) the (?:full|whole|complete|original) (?:story|article|report|text|post)\\b|(?:continue|keep) reading\\b).{0,120}$`,
      'iu',
    ),
    extent: 'LINE',
    example: 'Click here for the full list of winners',
  },
  {
    id: 'RELATED_LINE',
    pattern:
      /^(?:related(?: (?:articles?|stor(?:y|ies)|coverage|content|news|topics?|links?|posts?|videos?|reading))?|also read|see also|don['’]t miss|watch(?: (?:live|now))?|listen|in pictures|more on this(?: (?:story|topic))?|recommended|trending|explainer)\s?[:»>|]\s?.+$/iu,
    extent: 'LINE',
    example: 'Related: Harbor unions reject the offer',
  },
  {
    id: 'RELATED_LIST',
    pattern:
      /^(?:related(?: (?:articles?|stor(?:y|ies)|coverage|content|news|topics?|links?|posts?|videos?|reading))?|also read|see also|more (?:on this (?:story|topic)|from [^.!?]{1,60}|stories|news|coverage|headlines)|recommended(?: (?:for you|stories|reading|videos?))?|most (?:read|popular|viewed|shared|commented)|top stories|trending(?: (?:now|stories|topics))?|latest (?:news|stories|headlines|videos?)|you (?:may|might) also like|editor['’]?s['’]? picks?|up next|don['’]t miss|elsewhere on the web|around the web)\s?:?$/iu,
    extent: 'LIST',
    example: 'Related stories',
  },
  {
    id: 'ADVERTISEMENT',
    pattern:
      /^[-–—*[(|\s]{0,5}(?:(?:story|article|text|content) continues (?:below|after)(?: (?:the |this )?(?:advertisement|ad|video|promotion))?|advertisements?|advertising|sponsored(?: (?:content|links?|by [^.!?]{1,60}))?|promoted(?: content| stories)?|paid (?:content|post|advertisement)|scroll (?:down )?to continue(?: reading)?|skip (?:advertisement|ad|past newsletter promotion|to (?:main )?content))[-–—*\])|.\s]{0,5}$/iu,
    extent: 'LINE',
    example: 'Story continues below advertisement',
  },
  {
    id: 'CAPTION',
    pattern: new RegExp(
      `^(?:(?:file|handout|archive|stock|main|cover|lead|aerial|screen) ?)?(?:${MEDIA}|caption|(?:photo|image|picture|video) (?:credit|caption|source|illustration|by)|credits?)\\s?[:|]\\s?\\S.*$`,
      'iu',
    ),
    extent: 'LINE',
    example: 'Photo: Dockworkers wait at the gates on Tuesday. (Harbor Press/L. Tramonel)',
  },
  {
    id: 'FILE_PHOTO',
    pattern: new RegExp(
      `^(?:FILE(?: (?:PHOTO|IMAGE|PICTURE|VIDEO))?\\s?[-–—:].*|[(\\[]?(?:file|handout|archive|stock|undated) (?:${MEDIA})(?: (?:of|from|dated|taken|shows?|courtesy)\\b.*)?[.)\\]]{0,2})$`,
      'iu',
    ),
    extent: 'LINE',
    example: 'FILE - The minister speaks in the capital, March 3, 2030.',
  },
  {
    id: 'PHOTO_BY',
    pattern: new RegExp(`^[(\\[]?(?:${MEDIA}) (?:by|courtesy(?: of)?|via|from) (?<names>[^.!?]{2,100})[)\\]]?$`, 'iu'),
    extent: 'LINE',
    example: 'Photograph by Lena Tramonel',
  },
  {
    id: 'PHOTO_CREDIT',
    pattern: new RegExp(
      `\\s?[(\\[](?:${INSIDE}{0,60}\\b(?:photo|image|picture|handout)s?(?: (?:by|courtesy|via)\\b|\\s?[:/])${INSIDE}{0,80}|(?:${INSIDE}{0,40}\\b)?(?:file|handout|archive|stock|courtesy|AP|AFP|EPA|UPI|Reuters) (?:photo|image|picture)s?|${INSIDE}{0,60}\\bgetty\\b${INSIDE}{0,60}|courtesy(?: of|:)? ${INSIDE}{1,80}|file|handout)[)\\]]$`,
      'iu',
    ),
    extent: 'CREDITED',
    example: 'Soldiers guard a bridge near the border on Sunday. (AP Photo/Lena Tramonel)',
  },
  {
    id: 'AGENCY_CREDIT',
    pattern:
      /\s?\(\p{Lu}[\p{L} .]{1,40}\/(?:\p{Lu}[\p{L}.'’-]{0,30} ){1,3}\p{Lu}[\p{L}.'’-]{1,30}(?: via [\p{L} ]{1,30})?\)$/u,
    extent: 'CREDITED',
    example: 'Relatives wait outside the hospital. (Harbor Press/L. Tramonel)',
  },
  {
    id: 'REPORTING_BY',
    pattern:
      /^[([]?(?:(?:additional|further|original) )?(?:reporting|writing|editing|written|edited|compiled|translated|production|graphics) by (?<names>.+)$/iu,
    extent: 'LINE',
    example: 'Reporting by Ana Lugomira in Linh Son; editing by Petar Jovinek',
  },
  {
    id: 'CONTRIBUTED',
    pattern:
      /^\p{Lu}.{1,250}\b(?:contributed (?:to (?:this|the) (?:report|story|article)|reporting)\b.{0,100}|(?:reported|contributed) from [^.!?]{1,60}\.)$/u,
    extent: 'LINE',
    example: 'Harbor Press writer Lena Tramonel contributed to this report from Lugomir.',
  },
  {
    id: 'BYLINE',
    pattern: /^by (?=\S+ \S)(?<names>\p{Lu}[^.!?:;]*(?:\b\p{Lu}\.[^.!?:;]*){0,3})$/iu,
    extent: 'LINE',
    example: 'By Lena Tramonel and Petar Jovinek, Harbor Press',
  },
  {
    id: 'DATED_BYLINE',
    pattern:
      /^(?<names>\p{Lu}[^,.!?\d]{2,60})(?:,| \||\s[-–—])? (?:\d{4}-\d{2}-\d{2}|\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4})$/u,
    extent: 'LINE',
    example: 'Lena Tramonel, 2031-03-12',
  },
  {
    id: 'PUBLISHED_ON',
    pattern:
      /^(?:first |last |originally )?(?:published|updated|posted|modified|created)(?: on| at|\s?:)\s.{0,20}\d[^!?]{0,60}[^.]$/iu,
    extent: 'LINE',
    example: 'Last updated: March 12, 2031 9:15 am',
  },
  {
    id: 'READING_TIME',
    pattern:
      /^(?:(?:estimated )?reading time:? )?\d{1,3} ?-?min(?:ute)?s?(?: read| to read)?$|^listen to this (?:article|story)$/iu,
    extent: 'LINE',
    example: '4 min read',
  },
  {
    id: 'COPYRIGHT',
    pattern:
      /^(?:(?:copyright )?(?:©|\(c\))|copyright,? (?:\d{4}|by\b)|©|.{0,200}\ball rights (?:are )?reserved\b|this (?:material|content|article|report) (?:may|must|can) ?not be (?:published|broadcast|reproduced|copied))/iu,
    extent: 'LINE',
    example: '© 2031 Harbor Press. All rights reserved.',
  },
  {
    id: 'SHARE',
    pattern:
      /^(?:(?:share|tweet|pin|e-?mail|print|save|bookmark|comments?|copy link|listen|facebook|twitter|whatsapp|linkedin|reddit|telegram|pinterest|this|the|story|article|post|page|on|via|to|with|by|link|your|friends|x|and|or|a)(?:[\s,|/·•&:.!]+|$))+$/iu,
    extent: 'LINE',
    example: 'Share this article on Facebook | Twitter',
  },
  {
    id: 'COUNTS',
    pattern: /^\d{1,7} (?:comments?|shares?|likes?|views?|replies)$/iu,
    extent: 'LINE',
    example: '14 comments',
  },
  {
    id: 'FOLLOW',
    pattern: new RegExp(
      `^${NO_SPEECH}(?:(?:follow|like|find|join) us\\b.{0,120}|(?:follow|find|like) .{1,80} on (?:${NETWORKS})\\b.{0,100}|follow @\\w.{0,100}|download (?:our|the .{1,30}) app\\b.{0,80}|(?:.{1,60} )?(?:is|are|can be (?:found|followed|reached)) (?:on|at) (?:${NETWORKS})(?: at)?:? @?\\S+)$`,
      'iu',
    ),
    extent: 'LINE',
    example: 'Follow us on Twitter: @harborpress',
  },
  {
    id: 'COOKIES',
    pattern: new RegExp(
      `^${NO_SPEECH}(?:(?:we|this (?:web)?site|our (?:web)?site|our (?:partners|sites?))\\b.{0,60}\\buses? (?:\\p{L}+ ){0,3}cookies\\b|by (?:continuing|using|browsing|clicking)\\b.{0,80}\\byou (?:agree|accept|consent)\\b|(?:accept|reject|allow|manage)(?: all)? (?:cookies|preferences)\\b.{0,40}$|(?:cookie|privacy) (?:settings|policy|notice|preferences)\\b.{0,60}$|terms (?:of (?:use|service)|and conditions)\\b.{0,60}$)`,
      'iu',
    ),
    extent: 'LINE',
    example: 'We use cookies to remember your choices.',
  },
];

/** The promise of a sign-up box, which could as well be prose elsewhere: "The top stories, delivered every morning." */
export const SIGN_UP_PROMISE =
  /^(?:(?:every|each) (?:week ?day|weekend|day|morning|evening|week|month|\p{Lu}\p{L}+day)\b|.{0,100}\b(?:delivered|sent|e-?mailed) (?:straight |directly |right )?(?:to you|every|each|daily|weekly|by e-?mail)\b|.{0,60}\b(?:top|best|latest|biggest) (?:stories|news|headlines)\b|(?:it['’]s |100% )?free\b.{0,60}$|(?:no spam|privacy policy|e-?mail|submit|sign ?up|subscribe)\b.{0,60}$)/iu;

/** Words in small letters that stand between names in credits. */
export const CREDIT_WORDS: ReadonlySet<string> = new Set(
  `additional al an and at bin bureau by chief contributed contributor correspondent da de del della der di dos du editing
  editor el et for foreign from further graphics ibn in la le local newsroom of on or our photographer production report
  reporter reporting reporters senior service special staff the to translated translation van via von with writer writers
  writing`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
