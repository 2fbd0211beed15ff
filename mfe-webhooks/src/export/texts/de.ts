import { text } from '@sonaqor/module/texts'

export const deliveriesAs = text(
  'Zustellungen{format, select, csv { als CSV} jsonl { als NDJSON} pdf { als PDF} other {}}',
)
export const environment = text('Umgebung')
export const exportAsked = text('Exportieren …')
export const exportDeliveries = text('Zustellungen exportieren')
export const holdsNoPayloads = text(
  'Ein Export enthält keine Inhalte und lässt sich darum nicht nach ihnen eingrenzen. Leeren Sie zuerst die Suche.',
)
export const id = text('Kennung des Ereignisses oder der Zustellung')
export const leftOut = text('Inhalte, Header und Antworten sind nicht Teil eines Exports.')
export const linesDetail = text(
  'Ein NDJSON-Export mit demselben Filter und Zeitraum hat diese Prüfsumme, solange mit diesen Zustellungen nichts weiter geschieht.',
)
export const ndjsonDetail = text(
  'Für Programme. Eine Zustellung je Zeile, mit allen Feldern der Liste.',
)
export const needsSearch = text(
  'Berichtigen Sie zuerst die Suche: Was nicht gelesen werden kann, findet nichts zum Exportieren.',
)
export const project = text('Projekt')
export const unit = text('Zustellungen')
