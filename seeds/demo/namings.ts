/** What the names of the demo book are made of: made-up places, common trades and surnames. */
import type { SeedCustomer } from '../book/customer-ledger.js';

export interface Naming {
  readonly places: readonly string[];
  readonly trades: readonly string[];
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly forms: Partial<Record<SeedCustomer['entityType'], readonly string[]>>;
  readonly registration: (digits: number) => string;
  /** Numbers kept free for fiction, where a country has some. */
  readonly phone?: (digits: number) => string;
}

const listed = (names: string) => names.split(', ');

const british: Naming = {
  places: listed(
    'Harbour Lane, Thornwick, Ashcombe, Millbrow, Quarry Bank, Saltmarsh, Pendlebrook, Hollin Green, Fernacre, Copperhill, Ravensby, Windle Cross, Otterford, Larkfield, Stonehaven Row, Brackenrigg, Cobblers Yard, Easterley, Greyfold, Marlow End',
  ),
  trades: listed(
    'Joinery, Catering, Electrical, Plumbing Supplies, Print, Bakery, Haulage, Roofing, Fabrications, Garden Centre, Dairy, Textiles, Signs, Packaging, Motor Factors, Cold Stores, Scaffolding, Veterinary Care',
  ),
  first: listed('Olivia, Amir, Grace, Callum, Priya, Isla, Tomasz, Hannah, Rhys, Megan, Joel, Farah'),
  last: listed('Barrow, Sethi, Holloway, Penrose, Maddock, Okafor, Whitby, Lorimer, Dacre, Nowak, Tranter, Ellwood'),
  forms: {
    company: ['{place} {trade} Ltd', '{place} {trade} Ltd', '{last} & {other} {trade} Ltd', '{place} Holdings plc'],
    partnership: ['{last} & {other}', '{last} {trade} LLP'],
    sole_trader: ['{first} {last}, {trade}', '{last}’s {trade}'],
    public_body: ['{place} Town Council', '{place} Community Hospital', '{place} Primary School'],
    unknown: ['{place} {trade}'],
  },
  registration: (digits) => `0${digits % 10_000_000}`.padEnd(8, '4'),
  phone: (digits) => `+44 1632 960${String(digits % 1000).padStart(3, '0')}`,
};
const german: Naming = {
  places: listed(
    'Brückenfeld, Moosgrund, Falkenried, Eichstock, Sonnleiten, Wiesental, Hohenlind, Mühlacken, Tannrode, Silberbach, Rosenhag, Uferstadt',
  ),
  trades: listed(
    'Metallbau, Holzhandel, Elektrotechnik, Gastronomie, Bäckerei, Druckhaus, Spedition, Gartenbau, Sanitär, Feinkost, Maschinenbau, Textil',
  ),
  first: listed('Jana, Lukas, Sabine, Emre, Katrin, Moritz, Helga, Florian'),
  last: listed('Brandner, Oster, Wiegand, Kessel, Yildirim, Lohmann, Pichler, Sanders'),
  forms: {
    company: ['{place} {trade} GmbH', '{last} {trade} GmbH', '{place} {trade} GmbH & Co. KG', '{place} {trade} AG'],
    partnership: ['{last} & {other} OHG', '{last} & {other} GbR'],
    sole_trader: ['{trade} {first} {last} e.K.', '{trade} {last}'],
    public_body: ['Gemeinde {place}', 'Klinikum {place}'],
    unknown: ['{trade} {place}'],
  },
  registration: (digits) => `HRB ${10_000 + (digits % 90_000)}`,
};
const french: Naming = {
  places: listed(
    'Montclairvaux, Belleroche, Saint-Aubry, Valdrôme, Pontarnac, Roquebelle, Chantelys, Beaumarin, Fontvieillac, Grandlieu',
  ),
  trades: listed(
    'Menuiserie, Traiteur, Imprimerie, Transports, Boulangerie, Électricité, Maçonnerie, Pépinières, Textiles, Emballages',
  ),
  first: listed('Camille, Hugo, Manon, Idriss, Solène, Bastien'),
  last: listed('Arnoult, Delmas, Ferrand, Vasseur, Benali, Roussel'),
  forms: {
    company: ['{trade} {place} SARL', '{trade} {last} SAS', '{trade} {place} SAS'],
    partnership: ['{last} & {other} SNC'],
    sole_trader: ['{trade} {first} {last}'],
    public_body: ['Commune de {place}', 'Hôpital de {place}'],
    unknown: ['{trade} {place}'],
  },
  registration: (digits) => String(300_000_000 + digits).slice(0, 9),
};
const dutch: Naming = {
  places: listed('Oosterwaard, Lindenzijl, Zandhoek, Molenrijk, Veldersloot, Dorpershaven'),
  trades: listed('Bouw, Groothandel, Drukkerij, Transport, Bloemen, Techniek, Horeca, Metaal'),
  first: listed('Sanne, Bram, Fleur, Daan'),
  last: listed('Verhoef, Hoekstra, Kuiper, Smeets'),
  forms: {
    company: ['{place} {trade} B.V.', '{last} {trade} B.V.'],
    partnership: ['{last} & {other} V.O.F.'],
    sole_trader: ['{trade} {last}'],
    public_body: ['Gemeente {place}'],
    unknown: ['{trade} {place}'],
  },
  registration: (digits) => String(50_000_000 + (digits % 40_000_000)),
};
const irish: Naming = {
  ...british,
  places: listed('Ballyrowan, Kilcarrick, Dunmorrow, Clonfergus, Rathkeel, Inishlarne'),
  first: listed('Aoife, Cian, Niamh, Oisín'),
  last: listed('Devane, Tierney, Mulhern, Garrihy'),
  forms: { ...british.forms, public_body: ['{place} County Library', '{place} Regional Hospital'] },
  registration: (digits) => String(400_000 + (digits % 300_000)),
  phone: (digits) => `+353 20 91${String(digits % 100_000).padStart(5, '0')}`,
};
const american: Naming = {
  places: listed(
    'Cedar Fork, Lone Prairie, Maple Hollow, Juniper Flats, Red Mesa, Bluewater Bend, Pine Notch, Copper Gulch, Willow Landing, Sandy Forge',
  ),
  trades: listed(
    'Hardware, Foods, Supply, Freight, Builders, Dental, Outfitters, Printing, Produce, Machine Works, Brewing',
  ),
  first: listed('Denise, Marcus, Elena, Travis, Naomi, Wes'),
  last: listed('Calloway, Ortega, Whitaker, Lindgren, Baptiste, Harlan'),
  forms: {
    company: ['{place} {trade} Inc.', '{place} {trade} LLC', '{last} {trade} Corp.'],
    partnership: ['{last} & {other} LLP'],
    sole_trader: ['{first} {last}, {trade}'],
    public_body: ['{place} School District', 'Town of {place}'],
    unknown: ['{place} {trade}'],
  },
  registration: (digits) => String(1_000_000 + (digits % 9_000_000)),
  phone: (digits) => `+1 206 555 01${String(digits % 100).padStart(2, '0')}`,
};

export const namings: Record<string, Naming> = {
  GB: british,
  IE: irish,
  DE: german,
  AT: german,
  FR: french,
  NL: dutch,
  US: american,
};
