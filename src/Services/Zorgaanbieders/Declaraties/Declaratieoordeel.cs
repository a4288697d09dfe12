using WmoPlatform.IStandaarden;
using WmoPlatform.Wetgeving;
using Berichtdeclaratie = WmoPlatform.IStandaarden.Declaratie;

namespace WmoPlatform.Zorgaanbieders.Declaraties;

/// <summary>
/// The judgement of a declaration: which prestaties are granted, and which codes of the standard reject the others (IV087, IV088). A
/// prestatie is granted whole or not at all. A missing start is no reason to reject (OP364).
/// </summary>
/// <param name="Codes">Why the declaration as a whole counts as never sent; empty when it was judged.</param>
/// <param name="Clienten">In the order of the message; empty when it was not judged.</param>
public sealed record Declaratieoordeel(IReadOnlyList<string> Codes, IReadOnlyList<Clientoordeel> Clienten)
{
    public static Declaratieoordeel Vel(Wmo323 bericht, Declaratiestand stand) =>
        Declaratiecodes(bericht.Declaratie, stand) is { Count: > 0 } codes
            ? new(codes, [])
            : new([], new Beoordeling(bericht.Declaratie, stand).Clienten());

    /// <summary>
    /// The WMO325. Only rejected prestaties come back; together they are the difference between the claimed and the granted amount (TR342).
    /// </summary>
    /// <param name="heen">The declaration that was judged.</param>
    /// <param name="identificatie">The identification of the answer.</param>
    /// <param name="dagtekening">The day of the answer.</param>
    public Wmo325 Antwoord(Wmo323 heen, string identificatie, DateOnly dagtekening)
    {
        // Keyed by reference: two prestaties may be equal.
        var afgekeurd = new Dictionary<Berichtklasse, IReadOnlyList<string>>(ReferenceEqualityComparer.Instance);
        foreach (var (oordeel, client) in Clienten.Zip(heen.Declaratie.Clienten))
        {
            if (oordeel.Code is { } code) afgekeurd[client] = [code];
            foreach (var (codes, prestatie) in oordeel.Prestaties.Zip(client.Prestaties))
                if (codes.Count > 0) afgekeurd[prestatie] = codes;
        }
        return (Wmo325)(Codes.Count == 0 && afgekeurd.Count == 0
            ? Retour.Akkoord(heen, identificatie, dagtekening)
            : Retour.Afgekeurd(heen, identificatie, dagtekening, (Berichtklasse klasse) =>
                klasse is DeclaratieAntwoord ? Codes : afgekeurd.GetValueOrDefault(klasse) ?? []));
    }

    private static List<string> Declaratiecodes(Berichtdeclaratie declaratie, Declaratiestand stand)
    {
        List<string> codes = [];
        if (declaratie.DeclaratieDagtekening > stand.Vandaag) codes.Add(Retourcode.DagtekeningInToekomst); // TR135
        if (stand.NummerGebruikt) codes.Add(Declaratiecode.DeclaratienummerGebruikt);
        // A provider may leave out months without help (OP284), which we cannot know, but may not go back in time (IV090). The date of the
        // declaration decides, not the day of receipt (OP080).
        if (declaratie.DeclaratiePeriode.Begindatum < stand.LaatstePeriode) codes.Add(Declaratiecode.PeriodeSluitNietAan);
        return codes;
    }

    private static DateOnly LaatsteDag(DateOnly dag) => new(dag.Year, dag.Month, DateTime.DaysInMonth(dag.Year, dag.Month));

    /// <summary>Judges the prestaties in turn and keeps what was granted so far: the volume that one takes is gone for the next.</summary>
    private sealed class Beoordeling(Berichtdeclaratie declaratie, Declaratiestand stand)
    {
        private static readonly IReadOnlyList<string> NietBeoordeeld = [Retourcode.NietBeoordeeld];
        private readonly HashSet<string> _referenties = [.. stand.Referenties];
        private readonly HashSet<string> _gecrediteerd = [];
        private readonly HashSet<Prestatiesleutel> _gedeclareerd = [.. stand.Gedeclareerd];
        private readonly Dictionary<long, Verbruik> _verbruik = new(stand.Verbruik);

        public IReadOnlyList<Clientoordeel> Clienten()
        {
            var clientcodes = declaratie.Clienten.Select(Clientcode).ToArray();
            var codes = declaratie.Clienten.Select((c, i) => clientcodes[i] is null
                ? new IReadOnlyList<string>[c.Prestaties.Count]
                : [.. c.Prestaties.Select(_ => NietBeoordeeld)]).ToArray();
            var dubbel = declaratie.Clienten
                .Select(c => c.Prestaties.Select(p => !_referenties.Add(p.ProductReferentie.ReferentieNummer)).ToArray()).ToArray();
            // Credits first: they make room for their replacements (OP366).
            Beoordeel(credit: true);
            Beoordeel(credit: false);
            return [.. codes.Select((c, i) => new Clientoordeel(clientcodes[i], c))];

            void Beoordeel(bool credit)
            {
                for (var i = 0; i < codes.Length; i++)
                {
                    var client = declaratie.Clienten[i];
                    for (var j = 0; j < codes[i].Length; j++)
                        if (codes[i][j] is null && client.Prestaties[j].IsCredit() == credit)
                            codes[i][j] = Prestatiecodes(client.Bsn, client.Prestaties[j], dubbel[i][j]);
                }
            }
        }

        /// <summary>Rejects a person who is no client: none of the named assignments is theirs (TR304).</summary>
        private string? Clientcode(DeclaratieClient client)
        {
            var bekend = client.Prestaties.Select(p => stand.Toewijzingen.GetValueOrDefault(p.ToewijzingNummer)).OfType<BekendeToewijzing>()
                .ToArray();
            return bekend.Length > 0 && !bekend.Any(t => t.IsVan(client.Bsn)) ? Declaratiecode.AndereClient : null;
        }

        private List<string> Prestatiecodes(string bsn, Prestatie p, bool referentieGebruikt)
        {
            List<string> codes = referentieGebruikt ? [Declaratiecode.ReferentieGebruikt] : [];
            if (!stand.Toewijzingen.TryGetValue(p.ToewijzingNummer, out var toewijzing)) codes.Add(Declaratiecode.GeenToewijzing);
            else if (!toewijzing.IsVan(bsn)) codes.Add(Declaratiecode.AndereClient);
            else codes.AddRange(p.IsCredit() ? Creditcodes(p) : Debetcodes(p, toewijzing));
            if (codes.Count == 0) Ken(p);
            return codes;
        }

        /// <summary>A credit takes back a granted prestatie as a whole, even when the assignment changed since.</summary>
        private IEnumerable<string> Creditcodes(Prestatie p)
        {
            if (p.ProductReferentie.VorigReferentieNummer is not { } vorig || !stand.Debetten.TryGetValue(vorig, out var debet)
                || debet with { IsGecrediteerd = false } != Debet.Van(p))
                yield return Declaratiecode.GeenDebet;
            else if (debet.IsGecrediteerd || _gecrediteerd.Contains(vorig))
                yield return Declaratiecode.AlGecrediteerd;
        }

        private IEnumerable<string> Debetcodes(Prestatie p, BekendeToewijzing toewijzing)
        {
            if (toewijzing.Verwijderd) return [Declaratiecode.ToewijzingVerwijderd];
            List<string> codes = [.. Periodecodes(p.ProductPeriode, toewijzing)];
            if (toewijzing.Categorie is { } categorie && categorie != p.ProductCategorie) codes.Add(Declaratiecode.AndereCategorie);
            if (toewijzing.Code is { } code && code != p.ProductCode) codes.Add(Declaratiecode.AndereCode);
            codes.AddRange(Volumecodes(p, toewijzing));
            codes.AddRange(Bedragcodes(p));
            if (_gedeclareerd.Contains(Prestatiesleutel.Van(p))) codes.Add(Declaratiecode.AlGedeclareerd);
            return codes;
        }

        private IEnumerable<string> Periodecodes(CdtGeslotenPeriode periode, BekendeToewijzing toewijzing)
        {
            var (begin, einde) = periode;
            if (begin < toewijzing.Ingangsdatum) yield return Declaratiecode.BeginBuitenToewijzing;
            else if (begin.Day != 1 && begin != toewijzing.Ingangsdatum) yield return Declaratiecode.GeenEersteDag;
            if (einde > toewijzing.Einddatum) yield return Declaratiecode.EindeBuitenToewijzing;
            else if (einde != LaatsteDag(einde) && einde != toewijzing.Einddatum) yield return Declaratiecode.GeenLaatsteDag;
            if (einde > declaratie.DeclaratiePeriode.Einddatum) yield return Declaratiecode.BuitenDeclaratieperiode;
        }

        private IEnumerable<string> Volumecodes(Prestatie p, BekendeToewijzing toewijzing)
        {
            var dit = Verbruik.Van(p);
            var samen = _verbruik.GetValueOrDefault(p.ToewijzingNummer) + dit;
            if (samen.Bedrag > toewijzing.Budget) yield return Declaratiecode.BudgetOverschreden;
            if (toewijzing.Hulp is not { } hulp) yield break;
            if (!Eenheid.Past(hulp.Eenheid, p.Eenheid))
            {
                yield return Declaratiecode.AndereEenheid;
                yield break;
            }
            var factor = Eenheid.Factor(hulp.Eenheid);
            if (dit.Volume > factor * hulp.HoogstensOver(p.ProductPeriode.Begindatum, p.ProductPeriode.Einddatum))
                yield return Declaratiecode.VolumeTeHoog;
            if (samen.Volume > factor * hulp.HoogstensOverAlles) yield return Declaratiecode.SomTeHoog;
        }

        /// <summary>
        /// The tariff is the contract's, and the amount is volume times tariff; minutes are computed from the tariff per hour (IV081).
        /// </summary>
        private IEnumerable<string> Bedragcodes(Prestatie p)
        {
            if (p.Eenheid == Eenheid.Euro) yield break;
            var contract = p.Eenheid is Eenheid.Uur or Eenheid.Minuut ? stand.Uurtarief(p.ProductCode, p.ProductPeriode.Begindatum) : null;
            var tarief = p.ProductTarief is { } centen ? Bedrag.InEuros(centen) : (decimal?)null;
            var bedrag = Bedrag.InEuros(p.IngediendBedrag.Bedrag);
            if (contract is { } uurtarief)
            {
                var perUur = p.Eenheid == Eenheid.Uur;
                if (tarief != (perUur ? uurtarief : Uurtarief.PerMinuut(uurtarief))) yield return Declaratiecode.AnderTarief;
                if (bedrag != (perUur ? p.GeleverdVolume * uurtarief : Uurtarief.OverMinuten(uurtarief, p.GeleverdVolume)))
                    yield return Declaratiecode.BedragKloptNiet;
            }
            else if (tarief is not { } per || !Klopt(per))
            {
                yield return Declaratiecode.BedragKloptNiet;
            }

            bool Klopt(decimal per) =>
                p.Eenheid == Eenheid.Minuut ? Uurtarief.IsMogelijk(bedrag, per, p.GeleverdVolume) : bedrag == p.GeleverdVolume * per;
        }

        private void Ken(Prestatie p)
        {
            var (nummer, dit) = (p.ToewijzingNummer, Verbruik.Van(p));
            if (p.IsCredit())
            {
                _gecrediteerd.Add(p.ProductReferentie.VorigReferentieNummer!);
                _gedeclareerd.Remove(Prestatiesleutel.Van(p));
                _verbruik[nummer] = _verbruik.GetValueOrDefault(nummer) - dit;
            }
            else
            {
                _gedeclareerd.Add(Prestatiesleutel.Van(p));
                _verbruik[nummer] = _verbruik.GetValueOrDefault(nummer) + dit;
            }
        }
    }
}

/// <summary>The judgement of one client in a declaration.</summary>
/// <param name="Code">Why this client was not judged; null when it was.</param>
/// <param name="Prestaties">The codes of each prestatie, in the order of the message; empty when it is granted.</param>
public sealed record Clientoordeel(string? Code, IReadOnlyList<IReadOnlyList<string>> Prestaties);
