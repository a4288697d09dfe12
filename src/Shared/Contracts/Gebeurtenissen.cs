namespace WmoPlatform.Contracts;

/// <summary>
/// The catalogue of every event, with the service that announces it and the queues that get it. The whole topology is declared from it,
/// before any traffic.
/// </summary>
public static class Gebeurtenissen
{
    /// <summary>The service that announces each event. The names are those of the queues and databases.</summary>
    public static IReadOnlyDictionary<Type, string> Bron { get; } = new Dictionary<Type, string>
    {
        [typeof(MeldingGedaan)] = Diensten.Meldingen,
        [typeof(PersoonsgegevensVastgesteld)] = Diensten.Meldingen,
        [typeof(PersoonsgegevensGewijzigd)] = Diensten.Meldingen,
        [typeof(PersoonNietGevonden)] = Diensten.Meldingen,
        [typeof(MeldingIngetrokken)] = Diensten.Meldingen,
        [typeof(OntvangstBevestigd)] = Diensten.Correspondentie,
        [typeof(OntvangstbevestigingTeruggekomen)] = Diensten.Correspondentie,
        [typeof(AdresNietGevonden)] = Diensten.Correspondentie,
        [typeof(BriefVerzonden)] = Diensten.Correspondentie,
        [typeof(BriefZonderAdres)] = Diensten.Correspondentie,
        [typeof(OnderzoekGeopend)] = Diensten.Onderzoek,
        [typeof(GesprekGepland)] = Diensten.Onderzoek,
        [typeof(GesprekGevoerd)] = Diensten.Onderzoek,
        [typeof(IndicatieGesteld)] = Diensten.Onderzoek,
        [typeof(IndicatieIngetrokken)] = Diensten.Onderzoek,
        [typeof(GeenIndicatieGesteld)] = Diensten.Onderzoek,
        [typeof(LeveringsvormGekozen)] = Diensten.Onderzoek,
        [typeof(VerslagVastgesteld)] = Diensten.Onderzoek,
        [typeof(VerslagTeruggestuurd)] = Diensten.Onderzoek,
        [typeof(VerslagOndertekend)] = Diensten.Onderzoek,
        [typeof(OnderzoekGestopt)] = Diensten.Onderzoek,
        [typeof(AanvraagOntvangen)] = Diensten.Beschikkingen,
        [typeof(AanvraagTeVroegOntvangen)] = Diensten.Beschikkingen,
        [typeof(OnderzoeksuitkomstOvergenomen)] = Diensten.Beschikkingen,
        [typeof(UitstelAangekondigd)] = Diensten.Beschikkingen,
        [typeof(AanvullingGevraagd)] = Diensten.Beschikkingen,
        [typeof(AanvullingHerinnerd)] = Diensten.Beschikkingen,
        [typeof(AanvullingOntvangen)] = Diensten.Beschikkingen,
        [typeof(AanvultermijnVerstreken)] = Diensten.Beschikkingen,
        [typeof(BeslistermijnOpgeschort)] = Diensten.Beschikkingen,
        [typeof(OpschortingGeeindigd)] = Diensten.Beschikkingen,
        [typeof(AanvraagontvangstGecorrigeerd)] = Diensten.Beschikkingen,
        [typeof(AanvraagIngetrokken)] = Diensten.Beschikkingen,
        [typeof(IngebrekestellingOntvangen)] = Diensten.Beschikkingen,
        [typeof(DwangsomVerschuldigd)] = Diensten.Beschikkingen,
        [typeof(DwangsomVastgesteld)] = Diensten.Beschikkingen,
        [typeof(DwangsomBetaald)] = Diensten.Beschikkingen,
        [typeof(DwangsomTeruggevorderd)] = Diensten.Beschikkingen,
        [typeof(AanvraagDoorgezonden)] = Diensten.Beschikkingen,
        [typeof(ZinkeuzeVastgelegd)] = Diensten.Beschikkingen,
        [typeof(VoornemenAangekondigd)] = Diensten.Beschikkingen,
        [typeof(ZienswijzeOntvangen)] = Diensten.Beschikkingen,
        [typeof(ZienswijzetermijnVerstreken)] = Diensten.Beschikkingen,
        [typeof(GemachtigdeVastgelegd)] = Diensten.Beschikkingen,
        [typeof(MachtigingBeeindigd)] = Diensten.Beschikkingen,
        [typeof(ConceptOpgesteld)] = Diensten.Beschikkingen,
        [typeof(ConceptTeruggegeven)] = Diensten.Beschikkingen,
        [typeof(BesluitGenomen)] = Diensten.Beschikkingen,
        [typeof(BesluitGoedgekeurd)] = Diensten.Beschikkingen,
        [typeof(BeschikkingBekendgemaakt)] = Diensten.Beschikkingen,
        [typeof(VoorzieningGewijzigd)] = Diensten.Beschikkingen,
        [typeof(WijzigingGevraagd)] = Diensten.Beschikkingen,
        [typeof(HerzieningVoorgenomen)] = Diensten.Beschikkingen,
        [typeof(HerzieningZienswijzeOntvangen)] = Diensten.Beschikkingen,
        [typeof(HerzieningBesloten)] = Diensten.Beschikkingen,
        [typeof(HerzieningVervallen)] = Diensten.Beschikkingen,
        [typeof(TerugvorderingBesloten)] = Diensten.Beschikkingen,
        [typeof(TerugvorderingVoldaan)] = Diensten.Beschikkingen,
        [typeof(HeroverwegingGepland)] = Diensten.Beschikkingen,
        [typeof(EindeVoorzieningNadert)] = Diensten.Beschikkingen,
        [typeof(PgbToetsGestart)] = Diensten.Pgb,
        [typeof(PgbDocumentOntvangen)] = Diensten.Pgb,
        [typeof(BewustekeuzegesprekGevoerd)] = Diensten.Pgb,
        [typeof(PgbToetsAfgerond)] = Diensten.Pgb,
        [typeof(BudgetAangemeld)] = Diensten.Pgb,
        [typeof(BudgetInEigenBeheer)] = Diensten.Pgb,
        [typeof(BudgetTegengehouden)] = Diensten.Pgb,
        [typeof(BudgetGereserveerd)] = Diensten.Pgb,
        [typeof(BudgetAfgekeurd)] = Diensten.Pgb,
        [typeof(BudgetGewijzigd)] = Diensten.Pgb,
        [typeof(BudgetwijzigingBevestigd)] = Diensten.Pgb,
        [typeof(BudgetBeeindigd)] = Diensten.Pgb,
        [typeof(BudgetAfgesproken)] = Diensten.Pgb,
        [typeof(BudgeteindeBevestigd)] = Diensten.Pgb,
        [typeof(BudgetAfgesloten)] = Diensten.Pgb,
        [typeof(BudgetAlAfgesloten)] = Diensten.Pgb,
        [typeof(AfgeslotenBudgetNagelopen)] = Diensten.Pgb,
        [typeof(ZorgaanbiederGecontracteerd)] = Diensten.Zorgaanbieders,
        [typeof(ZorgToegewezen)] = Diensten.Zorgaanbieders,
        [typeof(ToewijzingGeaccepteerd)] = Diensten.Zorgaanbieders,
        [typeof(ToewijzingAfgekeurd)] = Diensten.Zorgaanbieders,
        [typeof(ZorgGestart)] = Diensten.Zorgaanbieders,
        [typeof(ZorgTijdelijkGestopt)] = Diensten.Zorgaanbieders,
        [typeof(ZorgGestopt)] = Diensten.Zorgaanbieders,
        [typeof(ToewijzingAangehouden)] = Diensten.Zorgaanbieders,
        [typeof(ToewijzingWachtOpVerzoek)] = Diensten.Zorgaanbieders,
        [typeof(ToewijzingGewijzigd)] = Diensten.Zorgaanbieders,
        [typeof(WijzigingAfgekeurd)] = Diensten.Zorgaanbieders,
        [typeof(VerzoekOntvangen)] = Diensten.Zorgaanbieders,
        [typeof(VerzoekBeantwoord)] = Diensten.Zorgaanbieders,
        [typeof(ZorgstartVerwijderd)] = Diensten.Zorgaanbieders,
        [typeof(ZorgstopVerwijderd)] = Diensten.Zorgaanbieders,
        [typeof(ZorgAfgesproken)] = Diensten.Zorgaanbieders,
        [typeof(ZorgeindeVastgesteld)] = Diensten.Zorgaanbieders,
        [typeof(ZorgAfgelopen)] = Diensten.Zorgaanbieders,
        [typeof(UitvoeringMetDeHand)] = Diensten.Zorgaanbieders,
        [typeof(UitvoeringAfgerond)] = Diensten.Zorgaanbieders,
        [typeof(BegeleidingsplanOntvangen)] = Diensten.Zorgaanbieders,
        [typeof(WmoberichtGewisseld)] = Diensten.Zorgaanbieders,
        [typeof(PgbberichtGewisseld)] = Diensten.Pgb,
        [typeof(EbberichtGewisseld)] = Diensten.EigenBijdrage,
        [typeof(EigenBijdrageGestart)] = Diensten.EigenBijdrage,
        [typeof(EigenBijdrageGestopt)] = Diensten.EigenBijdrage,
        [typeof(EigenBijdrageGecorrigeerd)] = Diensten.EigenBijdrage,
        [typeof(EigenBijdrageBevestigd)] = Diensten.EigenBijdrage,
        [typeof(EigenBijdrageAfgekeurd)] = Diensten.EigenBijdrage,
        [typeof(EigenBijdrageMetDeHand)] = Diensten.EigenBijdrage,
        [typeof(EigenBijdrageNietVerschuldigd)] = Diensten.EigenBijdrage,
    };

    /// <summary>The events of each queue. A queue belongs to one service, which reacts to exactly these events.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Type>> Abonnementen { get; } = new Dictionary<string, IReadOnlyList<Type>>
    {
        [Diensten.Meldingen] = [typeof(OntvangstBevestigd), typeof(OntvangstbevestigingTeruggekomen), typeof(VerslagOndertekend),
            typeof(OnderzoekGestopt), typeof(AanvraagOntvangen), typeof(AanvraagDoorgezonden), typeof(AanvraagIngetrokken),
            typeof(BeschikkingBekendgemaakt), typeof(ZorgAfgesproken), typeof(BudgetAfgesproken)],
        [Diensten.Onderzoek] = [typeof(MeldingGedaan), typeof(PersoonsgegevensVastgesteld), typeof(PersoonsgegevensGewijzigd),
            typeof(MeldingIngetrokken), typeof(ZorgaanbiederGecontracteerd), typeof(AanvraagOntvangen)],
        [Diensten.Beschikkingen] = [typeof(MeldingGedaan), typeof(PersoonsgegevensVastgesteld), typeof(PersoonsgegevensGewijzigd),
            typeof(MeldingIngetrokken), typeof(OnderzoekGeopend), typeof(IndicatieGesteld), typeof(IndicatieIngetrokken),
            typeof(LeveringsvormGekozen), typeof(VerslagVastgesteld), typeof(VerslagOndertekend), typeof(OnderzoekGestopt),
            typeof(PgbToetsGestart), typeof(PgbToetsAfgerond)],
        [Diensten.Pgb] = [typeof(LeveringsvormGekozen), typeof(IndicatieIngetrokken), typeof(OnderzoekGestopt),
            typeof(AanvraagDoorgezonden), typeof(AanvraagIngetrokken), typeof(BeschikkingBekendgemaakt),
            typeof(VoorzieningGewijzigd), typeof(PersoonsgegevensGewijzigd)],
        [Diensten.Zorgaanbieders] = [typeof(BeschikkingBekendgemaakt), typeof(VoorzieningGewijzigd), typeof(PersoonsgegevensGewijzigd),
            typeof(BudgetwijzigingBevestigd), typeof(BudgetBeeindigd)],
        [Diensten.EigenBijdrage] = [typeof(VoorzieningGewijzigd), typeof(ZorgAfgesproken), typeof(ZorgeindeVastgesteld),
            typeof(ZorgAfgelopen), typeof(BudgetAfgesproken), typeof(ZorgGestart), typeof(ZorgTijdelijkGestopt), typeof(ZorgGestopt),
            typeof(ZorgstartVerwijderd), typeof(ZorgstopVerwijderd), typeof(BudgetGereserveerd), typeof(BudgetwijzigingBevestigd),
            typeof(BudgetBeeindigd), typeof(PersoonsgegevensGewijzigd)],
        [Diensten.Correspondentie] = [typeof(MeldingGedaan), typeof(PersoonsgegevensVastgesteld), typeof(PersoonsgegevensGewijzigd),
            typeof(OnderzoekGestopt), typeof(AanvraagOntvangen), typeof(AanvraagTeVroegOntvangen), typeof(AanvraagDoorgezonden),
            typeof(AanvullingGevraagd), typeof(AanvullingHerinnerd),
            typeof(UitstelAangekondigd), typeof(BeslistermijnOpgeschort), typeof(OpschortingGeeindigd),
            typeof(AanvraagontvangstGecorrigeerd), typeof(AanvraagIngetrokken), typeof(IngebrekestellingOntvangen),
            typeof(DwangsomVastgesteld), typeof(DwangsomTeruggevorderd), typeof(VoornemenAangekondigd), typeof(BeschikkingBekendgemaakt),
            typeof(WijzigingGevraagd), typeof(HerzieningVoorgenomen), typeof(HerzieningVervallen), typeof(VoorzieningGewijzigd),
            typeof(TerugvorderingBesloten), typeof(EindeVoorzieningNadert), typeof(ToewijzingGewijzigd),
            typeof(ZorgeindeVastgesteld), typeof(BudgetBeeindigd)],
        [Diensten.Dossiers] = [.. Bron.Keys],
    };

    /// <summary>The event's name on the wire: the class name.</summary>
    public static string Naam(Type gebeurtenis) => gebeurtenis.Name;
}

/// <summary>The services of the platform: the name of each database, queue and Aspire resource.</summary>
public static class Diensten
{
    /// <summary>Registers meldingen and persons.</summary>
    public const string Meldingen = "meldingen";
    /// <summary>Investigates the need for support.</summary>
    public const string Onderzoek = "onderzoek";
    /// <summary>Decides on the aanvraag.</summary>
    public const string Beschikkingen = "beschikkingen";
    /// <summary>Checks and reserves budgets.</summary>
    public const string Pgb = "pgb";
    /// <summary>Assigns help to providers.</summary>
    public const string Zorgaanbieders = "zorgaanbieders";
    /// <summary>Signals the CAK.</summary>
    public const string EigenBijdrage = "eigenbijdrage";
    /// <summary>Sends letters and e-mail.</summary>
    public const string Correspondentie = "correspondentie";
    /// <summary>Keeps the journal and the timelines.</summary>
    public const string Dossiers = "dossiers";
}
