import type { JourneyDocument } from '../../model/document';
import { LINK_KIND_LABELS } from '../../model/path';
import { usedOnly } from './parts';

type Side = 'top' | 'right' | 'bottom' | 'left';
type Node = { id: string; x: number; y: number; width: number; height: number; color?: string } & (
  | { type: 'group'; label: string }
  | { type: 'text'; text: string }
);
type Edge = { id: string; fromNode: string; fromSide: Side; toNode: string; toSide: Side; label?: string };

/** What a touchpoint's score looks like on a canvas: its text, and its step 0…4 from worst to best. */
export type CanvasScore = { text: string; step: number };

const BOX = { width: 240, height: 160 };
const GAP = 40;
const HEAD = 60;

/** The preset colours red, orange, yellow, green and cyan, from the worst step to the best. */
const COLORS = ['1', '2', '3', '4', '5'];

/**
 * A journey in JSON Canvas 1.0: a stage is a group, a touchpoint a text node with its score in the first line and its
 * colour, the order from left to right and every way an edge. Loops run from top to top. An end outside of the journey
 * is a small node of its own.
 *
 * @param scores per touchpoint; where it has none, nothing may be shown
 */
export function writeCanvas(document: JourneyDocument, scores: ReadonlyMap<string, CanvasScore>): string {
  const used = usedOnly(document);
  const groups: Node[] = [];
  const nodes: Node[] = [];
  let x = 0;
  for (const stage of used.stages) {
    const own = used.touchpoints.filter(({ stageId }) => stageId === stage.id);
    const width = Math.max(1, own.length) * (BOX.width + GAP) + GAP;
    groups.push({
      id: stage.id,
      type: 'group',
      x,
      y: 0,
      width,
      height: HEAD + BOX.height + GAP,
      label: stage.title,
    });
    own.forEach((one, index) => {
      const score = scores.get(one.id);
      nodes.push({
        ...{ id: one.id, type: 'text', x: x + GAP + index * (BOX.width + GAP), y: HEAD, ...BOX },
        ...(score ? { color: COLORS[score.step] ?? '3' } : {}),
        text: textOf(used, one, score),
      });
    });
    x += width + GAP;
  }
  const { edges, outside } = edgesOf(used, nodes);
  return `${JSON.stringify({ nodes: [...groups, ...nodes, ...outside], edges }, null, 2)}\n`;
}

function textOf(
  document: JourneyDocument,
  touchpoint: JourneyDocument['touchpoints'][number],
  score: CanvasScore | undefined,
): string {
  const owner = document.teams.find(({ id }) => id === touchpoint.ownerTeamId)?.name;
  return [
    score ? `**${plain(score.text)}**` : '*not measured*',
    `### ${plain(touchpoint.title)}`,
    ...(touchpoint.moment ? ['Moment that matters'] : []),
    ...(owner ? [`Owner: ${plain(owner)}`] : []),
  ].join('\n');
}

/** A text that Markdown takes as it is, on one line. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');

function edgesOf(document: JourneyDocument, nodes: readonly Node[]): { edges: Edge[]; outside: Node[] } {
  const at = new Map(nodes.map((node, index) => [node.id, { node, index }]));
  const outside: Node[] = [];
  const edges: Edge[] = nodes.slice(1).map((node, index) => ({
    id: `order-${index + 1}`,
    fromNode: (nodes[index] as Node).id,
    fromSide: 'right',
    toNode: node.id,
    toSide: 'left',
  }));
  for (const { id, kind, fromId, toId, label, shareRatio } of document.links) {
    const [from, to] = [fromId === null ? null : at.get(fromId), toId === null ? null : at.get(toId)];
    const inside = from ?? to;
    if (!inside || from === undefined || to === undefined) continue;
    const end = from && to ? null : `outside-${id}`;
    if (end !== null) {
      const { x, y } = inside.node;
      const box = { x: x + 40, y: y + BOX.height + 120, width: BOX.width - 80, height: 60 };
      outside.push({ id: end, type: 'text', ...box, text: LINK_KIND_LABELS[kind] });
    }
    const back = from && to && to.index <= from.index;
    const share = shareRatio === null ? '' : ` (${Math.round(shareRatio * 100)} %)`;
    edges.push({
      id,
      fromNode: from?.node.id ?? (end as string),
      fromSide: back ? 'top' : end && from ? 'bottom' : end ? 'top' : 'bottom',
      toNode: to?.node.id ?? (end as string),
      toSide: back ? 'top' : end && to ? 'bottom' : end ? 'top' : 'bottom',
      label: `${label || LINK_KIND_LABELS[kind]}${share}`,
    });
  }
  return { edges, outside };
}
