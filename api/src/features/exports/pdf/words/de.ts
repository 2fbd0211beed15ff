import type { PdfWords } from './index.ts'

export const de: PdfWords = {
  title: 'Anfrageprotokoll',
  purpose: 'Nachweis der Anfragen, die mit API-Schlüsseln gestellt wurden.',
  facts: {
    tenant: 'Mandant',
    askedBy: 'Angefordert von',
    askedAt: 'Angefordert am',
    madeAt: 'Geschrieben am',
    span: 'Zeitraum',
    filter: 'Filter',
    rows: 'Zeilen',
    linesSha256: 'SHA-256 der Zeilen',
    manifest: 'Manifest',
  },
  from: (moment) => `ab ${moment}`,
  until: (moment) => `bis ${moment}, ausschließlich`,
  everything: (moment) => `alles, was bis ${moment} aufbewahrt war`,
  noFilter: 'Keiner: alle Anfragen',
  filters: {
    environment: 'Umgebung',
    projectId: 'Projekt',
    appId: 'App',
    status: 'Status',
    method: 'Methode',
    path: 'Pfad beginnt mit',
    keyId: 'API-Schlüssel',
    requestId: 'Anfrage',
    without: 'Ohne',
    q: 'Abfrage',
  },
  embedSessions: 'Anfragen, die Embed-Sitzungen eröffnet haben',
  makers: {
    member: 'Mitglied',
    key: 'API-Schlüssel',
    embed: 'Seite eines Partners',
    other: 'Sonaqor',
  },
  manifestDetail:
    'nennt die SHA-256 dieser Datei selbst, ihre Größe und ihren Filter. Es wird abgerufen mit',
  howToCheck:
    'Die Zeilen sind die eines Exports desselben Filters als NDJSON, die neuesten zuerst: Seine SHA-256 ist die obige. Das Audit-Protokoll des Mandanten nennt, wer diese Datei angefordert und wer sie abgeholt hat.',
  redacted:
    'Geheimnisse und personenbezogene Daten wurden unkenntlich gemacht, bevor die Zeilen aufbewahrt wurden. Inhalte und Kopfzeilen sind nicht Teil eines Exports.',
  letters:
    'Alle Zeitpunkte sind in UTC. Ein Buchstabe, den die Schriften nicht haben, steht als \\u{…} mit seiner Nummer in Unicode.',
  page: (page, pages) => `Seite ${page} von ${pages}`,
  columns: {
    at: 'Zeitpunkt (UTC)',
    environment: 'Umgebung',
    method: 'Methode',
    path: 'Pfad',
    status: 'Status',
    latencyMs: 'ms',
    ip: 'Adresse',
    keyPrefix: 'API-Schlüssel',
    requestId: 'Anfrage',
  },
}
