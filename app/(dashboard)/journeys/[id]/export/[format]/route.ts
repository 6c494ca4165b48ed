import { filterText } from '@/components/journey/filter-text';
import { sideName } from '@/components/journey/side-chooser';
import { listBenchmarks } from '@/db/queries/benchmarks';
import { findDocument } from '@/db/queries/documents';
import { env } from '@/lib/env';
import { AppError, notFound } from '@/lib/errors';
import { download } from '@/lib/gates/download';
import { readText } from '@/lib/gates/language';
import { type Member, memberRoute } from '@/lib/gates/member';
import { requestIdOf } from '@/lib/gates/reply';
import type { JourneyMapView } from '@/lib/insights/model';
import { measureText } from '@/lib/insights/pictures/fonts';
import { pdfOf } from '@/lib/insights/pictures/pdf';
import { svgOf } from '@/lib/insights/pictures/svg';
import { canvasScores, measuredEmotions } from '@/lib/insights/rules/exported';
import { parseLook } from '@/lib/insights/rules/look';
import { mapScenes } from '@/lib/insights/rules/picture/map-scenes';
import { scorecardScenes } from '@/lib/insights/rules/picture/scorecard-scenes';
import { summaryScene } from '@/lib/insights/rules/picture/summary-scene';
import { parseOrder, scorecardOf } from '@/lib/insights/rules/scorecard';
import { sideFile } from '@/lib/insights/rules/side-file';
import { summaryOf } from '@/lib/insights/rules/summary';
import { ANSWER_FILES, CSV_TYPE, isAnswerFormat } from '@/lib/insights/rules/tables/answer-files';
import { FRAMED_TYPE, framed, LINES_HEADER } from '@/lib/insights/rules/tables/frames';
import { csvOf } from '@/lib/insights/rules/tables/text';
import { loadJourneyMap, loadScoreTable } from '@/lib/insights/views';
import { openAnswers } from '@/lib/insights/views/answers';
import { loadSideBySide } from '@/lib/insights/views/side-by-side';
import type { JourneyDocument } from '@/lib/journey/model/document';
import { writeCanvas } from '@/lib/journey/rules/exchange/canvas';
import { writeCsv } from '@/lib/journey/rules/exchange/csv';
import { writeJson } from '@/lib/journey/rules/exchange/json';
import { writeMermaid } from '@/lib/journey/rules/exchange/mermaid';
import { loadEconomics } from '@/lib/outcomes/views/load-economics';
import { loadRankable } from '../../../../improvements/measured-importances';

export const dynamic = 'force-dynamic';

type Export = {
  ending: string;
  type: string;
  body: (
    map: JourneyMapView,
    document: JourneyDocument,
    params: URLSearchParams,
  ) => string | Promise<string | Uint8Array>;
};

/** With more columns on it an A3 page could not be read. */
const ACROSS_A3 = 12;

const EXPORTS: Readonly<Record<string, Export>> = {
  json: { ending: 'json', type: 'application/json', body: (_, document) => writeJson(document) },
  csv: {
    ending: 'csv',
    type: CSV_TYPE,
    body: (_, document) => writeCsv(document),
  },
  mermaid: {
    ending: 'mmd',
    type: 'text/plain; charset=utf-8',
    body: (map, document) => writeMermaid(document, measuredEmotions(map)),
  },
  canvas: {
    ending: 'canvas',
    type: 'application/json',
    body: (map, document) => writeCanvas(document, canvasScores(map)),
  },
  svg: {
    ending: 'svg',
    type: 'image/svg+xml; charset=utf-8',
    body: async (map, _, params) => (await scenesOf(map, params, null)).map(svgOf)[0] ?? '',
  },
  pdf: {
    ending: 'pdf',
    type: 'application/pdf',
    body: async (map, _, params) => pdfOf(await scenesOf(map, params, null), 'fit'),
  },
  'pdf-a3': {
    ending: 'pdf',
    type: 'application/pdf',
    body: async (map, _, params) => pdfOf(await scenesOf(map, params, ACROSS_A3), 'a3'),
  },
};

/** A journey as a file. Its numbers and answers follow the address's filter as those of the map do. */
export const GET = memberRoute<{ id: string; format: string }>(async ({ scope }, request, { id, format }) => {
  const params = new URL(request.url).searchParams;
  const requestId = requestIdOf(request.headers);
  const [what = '', ending = ''] = format.split('.');
  if (what === 'answers' && isAnswerFormat(ending)) {
    const file = ANSWER_FILES[ending];
    const table = await openAnswers(scope, id, params, new Date(), 'may fall back');
    const name = { title: `${table.title}-answers`, day: table.today, ending };
    if (request.headers.get('accept') !== FRAMED_TYPE) {
      return download(name, file.type, file.body(table), requestId);
    }
    const reply = download(name, FRAMED_TYPE, framed(table, file.body), requestId);
    reply.headers.set(LINES_HEADER, String(await countLines(scope, id, params)));
    return reply;
  }
  if (format === 'scores.csv') {
    const { title, today, ...table } = await loadScoreTable(scope, id, params, new Date());
    return download({ title: `${title}-scores`, day: today, ending }, CSV_TYPE, csvOf(table), requestId);
  }
  if (format === 'sides.csv') {
    const { compared, shared, by } = await loadSideBySide(scope, id, params, new Date());
    if (compared === null) throw new AppError('bad_request', 'Choose two sides that share no answer.');
    const t = await readText();
    const names = {
      a: sideName(compared.a.value, by, shared, t),
      b: sideName(compared.b.value, by, shared, t),
    };
    const table = sideFile(compared, { shared, names });
    const name = { title: `${shared.title}-side-by-side`, day: shared.today, ending };
    return download(name, CSV_TYPE, csvOf(table), requestId);
  }
  if (what in PAPERS && ending === 'pdf') {
    const map = await loadJourneyMap(scope, id, params, new Date());
    const title = `${map.title}-${what}`;
    const bytes = await PAPERS[what as keyof typeof PAPERS](scope, map, params);
    return download({ title, day: map.today, ending }, 'application/pdf', bytes, requestId);
  }
  const wanted = Object.hasOwn(EXPORTS, format) ? EXPORTS[format] : undefined;
  if (!wanted) throw notFound();
  const [map, document] = await scope.snapshot(async (still) => [
    await loadJourneyMap(still, id, params, new Date()),
    await findDocument(still, id),
  ]);
  if (!document) throw notFound();
  const name = { title: map.title, day: map.today, ending: wanted.ending };
  return download(name, wanted.type, await wanted.body(map, document, params), requestId);
});

/** Pages of numbers as documents to be handed round. */
const PAPERS = {
  summary: async (scope: Member['scope'], map: JourneyMapView, params: URLSearchParams) => {
    const now = new Date();
    const economics = await loadEconomics(scope, now);
    const improvements = await loadRankable(scope, { journeyId: map.id }, economics, now);
    const options = {
      ...(await sheetOptions(map, params, 'summary')),
      benchmarks: await listBenchmarks(scope),
    };
    return pdfOf([summaryScene(map, summaryOf(map, improvements), options, measureText)], 'a4');
  },
  scorecard: async (_: Member['scope'], map: JourneyMapView, params: URLSearchParams) => {
    const lines = scorecardOf(map, parseOrder(params.get('order')));
    return pdfOf(
      scorecardScenes(map, lines, await sheetOptions(map, params, 'scorecard'), measureText),
      'a4-lying',
    );
  },
} as const;

/** In the language of whoever asked, with the address of the page that it is a copy of. */
async function sheetOptions(map: JourneyMapView, params: URLSearchParams, page: string) {
  const t = await readText();
  const query = params.toString();
  const source = new URL(`/journeys/${map.id}/${page}${query ? `?${query}` : ''}`, env().APP_URL).href;
  return { t, filterText: filterText({ ...map, language: t.tongue }, t), source };
}

/** How many lines a file of answers will have about: the n of all scores together. */
async function countLines(scope: Member['scope'], id: string, params: URLSearchParams): Promise<number> {
  const { columns, pages } = await loadScoreTable(scope, id, params, new Date());
  const place = columns.indexOf('n');
  let lines = 0;
  for await (const page of pages) for (const cells of page) lines += Number(cells[place]);
  return lines;
}

async function scenesOf(map: JourneyMapView, params: URLSearchParams, across: number | null) {
  const { lanes } = parseLook(params);
  const source = new URL(`/journeys/${map.id}`, env().APP_URL).href;
  const t = await readText();
  return mapScenes(map, { t, lanes, filterText: filterText(map, t), source, across }, measureText);
}
