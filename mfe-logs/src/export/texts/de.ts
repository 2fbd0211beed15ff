import { text } from '@sonaqor/module/texts'

export const environment = text('Umgebung')
export const exportAsked = text('Exportieren …')
export const exportNeedsSearch = text(
  'Berichtigen Sie zuerst die Suche: Was nicht gelesen werden kann, findet nichts zum Exportieren.',
)
export const exportRequests = text('Anfragen exportieren')
export const leftOutOfIt = text('Weggelassen')
export const linesSha256Detail = text(
  'Ein NDJSON-Export mit demselben Filter und Zeitraum hat diese Prüfsumme, solange keine App und kein Schlüssel umbenannt wird.',
)
export const ndjsonDetail = text(
  'Für Programme. Eine Anfrage je Zeile, mit allen Feldern der Liste und den Namen von Apps und Schlüsseln.',
)
export const openedSessions = text('Eröffnete Embed-Sitzungen')
export const query = text('Suche')
export const requests = text('Anfragen')
export const requestsAs = text(
  'Anfragen{format, select, csv { als CSV} jsonl { als NDJSON} pdf { als PDF} other {}}',
)
export const requestsUnit = text('Anfragen')
export const whatIsRedacted = text(
  'Geheimnisse und personenbezogene Daten wurden unkenntlich gemacht, bevor die Anfragen aufbewahrt wurden. Inhalte und Header sind nicht Teil eines Exports.',
)
