import type { Picture } from './picture.ts'

/** Bands behind the values and notes above them; they hang on the first series. */
export function marksOf({ data, manner, colours }: Picture) {
  const at = (place: string) =>
    manner.along === 'time' && manner.kind === 'line' ? Date.parse(place) : place
  const label = { color: colours.note, fontSize: 11, fontFamily: colours.font }
  return {
    markArea: {
      silent: true,
      itemStyle: { color: colours.band },
      label: { ...label, position: 'top', distance: 4 },
      data: (data.bands ?? []).map(({ from, to, name }) => [
        { name, xAxis: at(from) },
        { xAxis: at(to) },
      ]),
    },
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: colours.note, width: 1, type: [3, 3] },
      label: { ...label, formatter: '{b}', position: 'end', distance: 4 },
      data: (data.notes ?? []).map(({ at: place, name }) => ({ name, xAxis: at(place) })),
    },
  }
}
