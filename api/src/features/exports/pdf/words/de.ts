import type { PdfWords } from './index.ts'

export const de: PdfWords = {
  of: {
    logs: {
      title: 'Anfrageprotokoll',
      purpose: 'Nachweis der Anfragen, die mit API-Schlüsseln gestellt wurden.',
      noFilter: 'Keiner: alle Anfragen',
      howToCheck:
        'Die Zeilen sind die eines Exports desselben Filters als NDJSON, die neuesten zuerst: Seine SHA-256 ist die obige, solange keine App und kein Schlüssel umbenannt wird und deren Namen sieht, wer exportiert. Das Audit-Protokoll des Mandanten nennt, wer diese Datei angefordert und wer sie abgeholt hat.',
      leftOut:
        'Geheimnisse und personenbezogene Daten wurden unkenntlich gemacht, bevor die Zeilen aufbewahrt wurden. Inhalte und Header sind nicht Teil eines Exports.',
    },
    audit: {
      title: 'Audit-Protokoll',
      purpose: 'Nachweis, wer wann und von wo was getan hat.',
      noFilter: 'Keiner: alle Einträge',
      howToCheck:
        'Die Zeilen sind die eines Exports desselben Filters als NDJSON, die ältesten zuerst: Das Manifest an seinem Ende nennt die obige SHA-256, und das eigenständige Prüfprogramm hält seine Kette gegen die signierten Prüfpunkte.',
      leftOut:
        'Die Hashes der Einträge, die IDs der Handelnden und die Browser stehen nur im Export als NDJSON.',
    },
  },
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
    action: 'Aktion',
    area: 'Bereich',
    actorKind: 'Art des Handelnden',
    actorId: 'Handelnder',
    target: 'Ziel',
    ip: 'Adresse',
    text: 'Text',
    orActions: 'Oder Aktionen',
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
    sequence: 'Nummer',
    actor: 'Wer',
    action: 'Aktion',
    target: 'Ziel',
    change: 'Vorher → nachher',
  },
}
