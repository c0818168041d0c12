/** What an actor is, after the actor sectors of PLOVER (Open Event Data Alliance, 2018). */
export const SECTORS = [
  { id: 'GOV', description: 'Government, its executive and ministries.' },
  { id: 'MIL', description: 'Armed forces of a state.' },
  { id: 'COP', description: 'Police, security forces, intelligence.' },
  { id: 'JUD', description: 'Courts and prosecutors.' },
  { id: 'LEG', description: 'Parliaments and their members.' },
  { id: 'REB', description: 'Armed opposition, insurgents, paramilitaries outside the state.' },
  { id: 'OPP', description: 'Unarmed opposition, dissidents, activists, protesters.' },
  { id: 'PTY', description: 'Political parties.' },
  { id: 'CVL', description: 'Civilians: residents, victims, refugees, relatives.' },
  { id: 'JRN', description: 'Journalists and media.' },
  { id: 'IGO', description: 'International organizations of states.' },
  { id: 'NGO', description: 'Non-governmental and aid organizations.' },
  { id: 'BUS', description: 'Businesses and their people.' },
  { id: 'LAB', description: 'Workers and unions.' },
  { id: 'MED', description: 'Doctors, hospitals, health workers.' },
  { id: 'EDU', description: 'Schools, universities, students, scholars.' },
  { id: 'REL', description: 'Religious bodies and clergy.' },
  { id: 'CRM', description: 'Criminals and gangs.' },
] as const satisfies readonly { readonly id: string; readonly description: string }[];

export type Sector = (typeof SECTORS)[number]['id'];

const IDS: ReadonlySet<string> = new Set(SECTORS.map((row) => row.id));

/** True for the id of a row of SECTORS; upper case counts. */
export function isSector(id: string): id is Sector {
  return IDS.has(id);
}
