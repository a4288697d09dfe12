// Plays two dossiers from melding to CAK through the gateway, as the people and partners in them would, and prints what happens.
// Usage: dotnet WmoPlatform.Demo.dll [gateway] [chain simulator, which is also the issuer of tokens]
using WmoPlatform.Demo;

using var platform = new Platform(
    gateway: new Uri(args.ElementAtOrDefault(0) ?? "http://localhost:8080"),
    keten: new Uri(args.ElementAtOrDefault(1) ?? "http://localhost:8090"));
try
{
    await Aanbieders.Contracteer(platform);
    var zorgInNatura = await ZorgInNatura.Speel(platform);
    // Only its own resident may read the first dossier, and Pgb signs in as another resident.
    await zorgInNatura.ToonTijdlijn();
    var pgb = await Pgb.Speel(platform);
    await pgb.ToonTijdlijn();
    Console.WriteLine();
    Console.WriteLine("Beide dossiers zijn gelopen van melding tot en met het CAK.");
    return 0;
}
catch (Exception fout) when (fout is Mislukt or HttpRequestException)
{
    Console.WriteLine();
    Console.WriteLine($"De demo is gestopt: {fout.Message}");
    Console.WriteLine("Kijk in de logboeken van de dienst die het laatst aan zet was. "
        + "Daarna kunt u de demo gewoon opnieuw spelen: met andere inwoners.");
    return 1;
}
