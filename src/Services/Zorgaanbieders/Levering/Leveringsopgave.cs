using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Levering;

/// <summary>
/// A start or stop that a user enters: the provider on the platform, or the backoffice by hand. The same rules as for a message apply. A
/// code of the standard becomes a refusal that says what to do.
/// </summary>
public sealed class Leveringsopgave(Vault kluis, Tabel<Gemeentebeleid> beleid, TimeProvider klok)
{
    /// <param name="toewijzing">The assignment that starts.</param>
    /// <param name="begindatum">First day of help.</param>
    /// <param name="veld">The name of that day in the request.</param>
    public void Start(Toewijzing toewijzing, DateOnly begindatum, string veld)
    {
        EisVerleden(begindatum, veld);
        Eis(toewijzing.Start(begindatum, toewijzing.Kern(kluis), klok.GetUtcNow()), veld);
    }

    /// <param name="toewijzing">The assignment that stops.</param>
    /// <param name="einddatum">Last day of help.</param>
    /// <param name="reden">Code of list WMO588.</param>
    /// <param name="veld">The name of that day in the request.</param>
    public void Stop(Toewijzing toewijzing, DateOnly einddatum, string? reden, string veld)
    {
        if (reden is null || !RedenBeeindiging.Alle.Contains(reden))
            throw Weigering.Invoer(
                "reden", "Noem de reden van beëindiging: twee cijfers uit de codelijst, bijvoorbeeld 19 (volgens plan) of 20 (tijdelijk).");
        EisVerleden(einddatum, veld);
        if (toewijzing.Levering.Begindatum is not { } begin)
            throw Weigering.Toestand("niet-gestart", "Deze hulp is niet gestart. Leg eerst de start vast.");
        if (einddatum < begin)
            throw Weigering.Regel("einde-voor-begin", "De laatste dag ligt voor de eerste. Controleer de datum.", "iWmo TR018", veld);
        Eis(toewijzing.Stop(begin, einddatum, reden, toewijzing.Kern(kluis), klok.GetUtcNow()), veld);
        toewijzing.VraagVervolg(beleid, klok.GetUtcNow());
    }

    private void EisVerleden(DateOnly dag, string veld)
    {
        if (dag > klok.Vandaag())
            throw Weigering.Regel("datum-in-de-toekomst", "De datum ligt in de toekomst. Leg het vast als het zover is.", veld: veld);
    }

    private static void Eis(string? code, string veld)
    {
        if (code is null) return;
        var grondslag = $"iWmo retourcode {code}";
        throw code switch
        {
            Retourcode.SleutelNietUniek => Weigering.Toestand(
                "start-al-gemeld",
                "Een start op deze dag is al eerder gemeld, en de hulp is daarna gestopt. "
                + "Gaat de hulp verder, meld dan de dag waarop de hulp weer begint.",
                grondslag),
            Retourcode.LeveringNietGestopt => Weigering.Toestand(
                "levering-niet-gestopt",
                "De hulp loopt al, of was op deze dag nog niet gestopt. Meld eerst de stop, of kies een dag na de laatste dag van de hulp.",
                grondslag),
            Retourcode.GeenToewijzing => Weigering.Regel(
                "buiten-de-toewijzing",
                "Deze dag valt buiten de toewijzing, of de toewijzing geldt niet meer. Bekijk de toewijzing en controleer de datum.",
                grondslag, veld),
            Retourcode.TijdelijkeStopBestaat => Weigering.Toestand(
                "al-tijdelijk-gestopt",
                "De hulp is al tijdelijk gestopt. "
                + "Meld een nieuwe start als de hulp verdergaat, of een stop met een andere reden als de hulp echt eindigt.",
                grondslag),
            Retourcode.EinddatumTeVroeg => Weigering.Regel(
                "einde-voor-tijdelijke-stop",
                "De hulp was later nog, volgens de tijdelijke stop die al is gemeld. Kies die laatste dag of een dag daarna.", grondslag,
                veld),
            Retourcode.DefinitieveStopBestaat => Weigering.Toestand(
                "al-gestopt",
                "De hulp is al gestopt. U hoeft niets te doen; klopt de gemelde dag niet, neem dan contact op met de gemeente.", grondslag),
            _ => Weigering.Toestand(
                "past-niet", "Dit past niet bij wat er al is vastgelegd. Bekijk de toewijzing en controleer de datum.", grondslag),
        };
    }
}
