using WmoPlatform.Ketenverkeer;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>Writes an outgoing message anew: a WMO319 answers its request again, and a WMO301 assigns or changes again.</summary>
public sealed class BijCorrectie(ZorgaanbiedersDb db, Toewijzer toewijzer, Verzoekpost antwoorden) : IBijCorrectie
{
    public async Task Verwerk(string identificatie, CancellationToken annulering)
    {
        var verzoeken = await db.MetAntwoord(identificatie, annulering);
        foreach (var verzoek in verzoeken) await antwoorden.Antwoord(verzoek, annulering);
        if (verzoeken.Count == 0) await toewijzer.Herstel(identificatie, annulering);
    }
}
