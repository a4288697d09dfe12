using System.Security.Cryptography;
using WmoPlatform.IStandaarden;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Keten.Post;

/// <summary>
/// Where messages come in. Each counts once, by sender, kind and identification (TR056); what a partner answers is written down in the
/// same step, so a message that was taken is answered, whatever happens to the process in between.
/// </summary>
internal sealed class Postkamer(Partners partners, Logboek logboek, Bezorging bezorging, TimeProvider klok, IConfiguration configuratie)
{
    private readonly Lock _slot = new();
    private readonly Dictionary<string, (Ontvangen Bericht, int Keer)> _ontvangen = [];

    private TimeSpan AntwoordNa => TimeSpan.FromMilliseconds(configuratie.GetValue("Keten:AntwoordNaMs", 100));
    private TimeSpan Stap => TimeSpan.FromMilliseconds(configuratie.GetValue("Keten:StapMs", 500));

    /// <summary>Knows again what was known before the process ended, and sends on.</summary>
    public void Herstel()
    {
        var uit = new Dictionary<string, Uitgaand>();
        foreach (var regel in logboek.Lees())
        {
            if (regel.Ontvangen is { } bericht)
            {
                _ontvangen[Kenmerk(bericht)] = (bericht, 1);
                OnthoudGeldig(partners[bericht.Partner], Ketenbericht.Lees(bericht.Xml), bericht.Codes);
            }
            if (regel.Nogmaals is { } kenmerk) Tel(kenmerk);
            foreach (var uitgaand in regel.Uitgaand ?? [])
            {
                uit[uitgaand.Identificatie] = uitgaand;
                if (uitgaand.Antwoordt is null) partners[uitgaand.Partner].Onthoud(Ketenbericht.Lees(uitgaand.Xml));
            }
            if ((regel.Bezorgd ?? regel.Geweigerd) is { } klaar) uit.Remove(klaar);
        }
        foreach (var uitgaand in uit.Values) bezorging.Geef(uitgaand, alGeprobeerd: true);
    }

    /// <summary>Takes a message that the partner understands.</summary>
    public void Ontvang(IPartner partner, Ketenbericht bericht, string sleutel, string xml, Gedrag gedrag)
    {
        var (afzender, identificatie) = bericht is Retourbericht retour
            ? (retour.Header.Ontvanger ?? "", retour.Identificatie) // the gemeente: a retour does not swap sender and receiver
            : (((Heenbericht)bericht).Header.Afzender ?? "", bericht.Identificatie);
        lock (_slot)
        {
            var nu = klok.GetUtcNow();
            var ontvangen = new Ontvangen(partner.Naam, bericht.Soort.Naam, afzender, identificatie, sleutel, [], nu, xml);
            if (_ontvangen.TryGetValue(Kenmerk(ontvangen), out var eerder))
            {
                // The same message again is the sender's retry; the same number on another message is an error (TR056).
                Tel(Kenmerk(ontvangen));
                var anders = eerder.Bericht.Xml != xml && bericht is Heenbericht;
                Leg(new Regel
                {
                    Nogmaals = Kenmerk(ontvangen),
                    Uitgaand = anders ? [Antwoord(partner, (Heenbericht)bericht, [Retourcode.IdentificatieNietUniek], gedrag, nu)] : null,
                });
                return;
            }

            var heen = bericht as Heenbericht;
            var codes = heen is null ? ((Retourbericht)bericht).Afkeurcodes : partner.Beoordeel(heen, klok.Vandaag(), bezorging.IsOnbeantwoord);
            if (heen is not null && codes.Count == 0 && gedrag.Modus == Modus.Afkeuren) codes = [partner.Afkeurcode];
            OnthoudGeldig(partner, bericht, codes);

            var uitgaand = new List<Uitgaand>();
            if (heen is not null) uitgaand.Add(Antwoord(partner, heen, codes, gedrag, nu));
            if (heen is not null && codes.Count == 0)
                uitgaand.AddRange(partner.Daarna(heen, klok.Vandaag()).Select(eigen => Eigen(partner, eigen, gedrag, nu + AntwoordNa + gedrag.Vertraging + Stap)));
            ontvangen = ontvangen with { Codes = codes };
            _ontvangen[Kenmerk(ontvangen)] = (ontvangen, 1);
            Leg(new Regel { Ontvangen = ontvangen, Uitgaand = uitgaand });
        }
    }

    /// <summary>Sends a message that the partner makes of its own accord, if it may: <paramref name="maak"/> returns null when it may not.</summary>
    /// <returns>The identification of the message, or null.</returns>
    public string? Verzend(IPartner partner, Func<Heenbericht?> maak, Func<Gedrag> gedraag)
    {
        lock (_slot)
        {
            if (maak() is not { } bericht) return null;
            var gedrag = gedraag();
            Leg(new Regel { Uitgaand = [Eigen(partner, bericht, gedrag, klok.GetUtcNow() + gedrag.Vertraging)] });
            return bericht.Identificatie;
        }
    }

    /// <summary>Everything received, oldest first; never a person.</summary>
    public IReadOnlyList<object> Overzicht(string? partner, string? soort)
    {
        lock (_slot)
            return [..
                from o in _ontvangen.Values
                let b = o.Bericht
                where partner is null || Hoort(b.Partner, partner)
                where soort is null || b.Soort.Equals(soort, StringComparison.OrdinalIgnoreCase)
                select new { b.Partner, b.Soort, b.Afzender, b.Identificatie, o.Keer, b.Sleutel, b.Codes, b.Op }];

        static bool Hoort(string naam, string gevraagd) => naam == gevraagd || (gevraagd == "ggk" && naam is not ("svb" or "cak"));
    }

    /// <summary>A new identification: 12 characters, as long as it may be.</summary>
    public static string NieuweIdentificatie() => RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 12);

    // What a partner rejects it does not know; that its own message was rejected it does.
    private static void OnthoudGeldig(IPartner partner, Ketenbericht bericht, IReadOnlyList<string> codes)
    {
        if (codes.Count == 0 || bericht is Retourbericht) partner.Onthoud(bericht);
    }

    private void Tel(string kenmerk)
    {
        if (_ontvangen.TryGetValue(kenmerk, out var eerder)) _ontvangen[kenmerk] = eerder with { Keer = eerder.Keer + 1 };
    }

    private void Leg(Regel regel)
    {
        logboek.Schrijf(regel);
        foreach (var uitgaand in regel.Uitgaand ?? []) bezorging.Geef(uitgaand);
    }

    private Uitgaand Antwoord(IPartner partner, Heenbericht heen, IReadOnlyList<string> codes, Gedrag gedrag, DateTimeOffset nu)
    {
        var retour = partner.Antwoord(heen, codes, NieuweIdentificatie(), klok.Vandaag());
        return new(
            partner.Naam, retour.Soort.Naam, retour.Identificatie, heen.Identificatie, Spoor(partner, heen), partner.Pad, Keren(gedrag),
            nu + AntwoordNa + gedrag.Vertraging, retour.ToXml());
    }

    private static Uitgaand Eigen(IPartner partner, Heenbericht bericht, Gedrag gedrag, DateTimeOffset nietVoor)
    {
        partner.Onthoud(bericht);
        return new(
            partner.Naam, bericht.Soort.Naam, bericht.Identificatie, null, Spoor(partner, bericht), partner.Pad, Keren(gedrag), nietVoor, bericht.ToXml());
    }

    private static string Spoor(IPartner partner, Ketenbericht bericht) => $"{partner.Naam}/{partner.Sleutel(bericht)}";
    private static int Keren(Gedrag gedrag) => gedrag.Modus == Modus.Dubbel ? 2 : 1;
    private static string Kenmerk(Ontvangen bericht) => $"{bericht.Partner}|{bericht.Soort}|{bericht.Afzender}|{bericht.Identificatie}";
}
