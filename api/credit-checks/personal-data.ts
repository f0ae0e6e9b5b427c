/** What a credit decision must not know of people, by the names that providers give it, without signs and capitals. */
const personal =
  /^(gender|sex|salutation|honorific|nameprefix|nationality|nationalities|citizenship|countryofbirth|placeofbirth|birthplace|birth(date|day|month|year)?|(date|day|month|year)ofbirth|dob)\w*$/;
const isPersonal = (name: string) => personal.test(name.toLowerCase().replace(/[^a-z]/g, ''));

/** Signs that PostgreSQL would not take: the code 0, and half of a pair. */
const unkeepable = /\0|\p{Surrogate}/gu;

/** An answer without gender, birth and nationality of the people in it, at whatever depth they stand. */
export function withoutPersonalData(answer: unknown): unknown {
  if (typeof answer === 'string') return answer.replace(unkeepable, '\ufffd');
  if (Array.isArray(answer)) return answer.map(withoutPersonalData);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).flatMap(([name, value]) =>
      isPersonal(name) ? [] : [[name.replace(unkeepable, '\ufffd'), withoutPersonalData(value)]],
    ),
  );
}
